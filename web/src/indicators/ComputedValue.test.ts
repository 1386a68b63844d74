// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { createMemoryHistory, createRouter } from 'vue-router'
import { expect, it } from 'vitest'
import { serverThat, settle } from '../records/mount_page.test_help'
import { i18n } from '../shell/i18n'
import type { IndicatorState } from '../api/types'
import ComputedValue from './ComputedValue.vue'
import CountedRows from './CountedRows.vue'
import IndicatorTable from './IndicatorTable.vue'

const computed = {
  value: 31,
  period: '2024',
  journal_sequence: 812,
  as_of: '2026-11-29T03:00:00Z',
  record: 'bed',
  counted: 31,
  undecided: 2,
  synthetic: true,
}
const indicator = (more: object): IndicatorState =>
  ({
    key: 'bed_total',
    name: '养老床位总数',
    unit: '张',
    group: 'elderly',
    lead: [],
    targets: [],
    baseline: [],
    light: 'met',
    source: '四(一)1',
    unverified: false,
    layer: 'liuzhou',
    actual: { period: '2024', value: 26, source: 'survey', synthetic: false },
    ...more,
  }) as unknown as IndicatorState
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<i />' } }] })
const show = (component: object, props: object) => mount(component, { props, global: { plugins: [i18n, router] }, attachTo: document.body })

it('the computed value stands with its difference, its moment, and its mark as made up', () => {
  const text = show(ComputedValue, { indicator: indicator({ computed }) }).text()
  for (const part of ['登记册计算值', '31', '比填报值多 5', '2 条登记资料不全', '演示']) expect(text).toContain(part)
})
it('without records it says so instead of a number', () => {
  const text = show(ComputedValue, { indicator: indicator({ not_computed: 'no_rows' }) }).text()
  expect(text).toContain('登记册里还没有本地的记录')
  expect(text).not.toMatch(/\d/)
})
it('an indicator without a rule says nothing about registers', () => {
  expect(show(ComputedValue, { indicator: indicator({ not_computed: 'no_rule' }) }).text()).toBe('')
})
it('the table has it beside the reported value, and nothing where nothing is computed', () => {
  const table = (rows: IndicatorState[]) => show(IndicatorTable, { rows, caption: 'c', addressOf: (key: string) => `/i/${key}` }).text()
  expect(table([indicator({ computed }), indicator({ key: 'other' })])).toContain('登记册 31')
  expect(table([indicator({ not_computed: 'no_rows' })])).not.toContain('登记册')
})
it('the records behind it open one by one, and are said to be hidden where they are', async () => {
  const answer = (ids: string[]) => ({
    body: {
      region: '450200000000',
      region_name: '柳州市',
      period: '2024',
      journal_sequence: 1,
      as_of: '2026-11-29T03:00:00Z',
      parts: [{ record: 'bed', selected: 40, counted: 31, undecided: 0, ids }],
    },
  })
  let ids = ['11', '12']
  const asked = serverThat((one) => (one.path.endsWith('/rows') ? answer(ids) : { body: { records: [] } }))
  const props = { plan: 'liuzhou', indicator: 'bed_total', region: '450200000000', period: '2024' }
  const page = show(CountedRows, props)
  await settle()
  expect(Object.fromEntries(asked.find((one) => one.path.endsWith('/rows'))!.query)).toEqual({ region: '450200000000', period: '2024' })
  expect(page.findAll('a').map((one) => one.attributes('href'))).toEqual(['/records/bed/11', '/records/bed/12'])
  expect(page.text()).toContain('计入 31 条，考察 40 条')
  ids = []
  const hidden = show(CountedRows, props)
  await settle()
  expect(hidden.text()).toContain('没有查看这些登记的权限')
})
