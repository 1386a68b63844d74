// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ComputedPoint, ComputedTrend } from '../api/types'
import { i18n } from '../shell/i18n'
import ComputedMonths from './ComputedMonths.vue'

const point = (day: string, value: number, more: Partial<ComputedPoint> = {}): ComputedPoint => ({
  day,
  period: day.slice(0, 4),
  value,
  journal_sequence: 1,
  record: 'bed',
  counted: value,
  undecided: 0,
  synthetic: false,
  rule_version: 'a',
  rule_changed: false,
  ...more,
})
const show = (trend: Partial<ComputedTrend>) =>
  mount(ComputedMonths, {
    props: { trend: { region: '450200000000', region_name: '柳州市', points: [], ...trend }, unit: '张' },
    global: { plugins: [i18n] },
  })

it('the last month stands first, and where the rule changed is said', () => {
  const page = show({ points: [point('2026-03-31', 2), point('2026-04-30', 4, { rule_changed: true })] })
  const rows = page.findAll('tbody tr').map((row) => row.text())
  expect(rows[0]).toContain('2026-04-30')
  expect(rows[0]).toContain('规则或参数自此有变')
  expect(rows[1]).toContain('2026-03-31')
  expect(rows[1]).not.toContain('有变')
})

it('of a past day its own value is told, even where no month has been kept', () => {
  const page = show({ on_day: point('2026-04-11', 3) })
  expect(page.text()).toContain('2026-04-11 当日按登记计算：3 张')
  expect(page.find('details').exists()).toBe(false)
})
