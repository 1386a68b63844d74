// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../shell/i18n'
import CaseActs from './CaseActs.vue'
import type { CasePage } from './types'
import './words'

const ended = { case: { id: '7', step: 'told', phase: 'ended' }, acts: [], parts: [], procedure: { steps: [] } } as unknown as CasePage
const shown = (byForm: boolean): string =>
  mount(CaseActs, { props: { page: ended, byForm }, slots: { default: '<!-- -->' }, global: { plugins: [i18n] } }).text()

it('a case that asks nothing of the reader says so', () => {
  expect(shown(false)).toContain('现在没有要你做的事')
})
it('where the reader hands in the form below, it does not say that nothing is asked', () => {
  expect(shown(true)).not.toContain('现在没有要你做的事')
})
