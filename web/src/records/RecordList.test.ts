// @vitest-environment jsdom
import { expect, it } from 'vitest'
import RecordList from './RecordList.vue'
import { mountPage, serverThat, settle, type Asked } from './mount_page.test_help'
import { someRegister } from './some_register.test_help'

const register = someRegister()
const rows = [
  { id: '1', version: 1, name: '红星养老院', kind: 'elderly_home', region: '650203001001', monthly_fee: 180000, inclusive: true },
  { id: '2', version: 1, name: '雪莲托育园', kind: 'nursery', region: '650203001001' },
]
const names = { region: { '650203001001': '红星社区' } }
const listed = (one: Asked): { body: unknown } | undefined => {
  if (one.path === '/api/records') return { body: { records: [register] } }
  if (one.path !== '/api/institutions') return undefined
  return { body: { rows, names, after: one.query.get('after') ? undefined : '=x~2', ...(one.query.get('count') ? { total: 1234 } : {}) } }
}
const last = (asked: Asked[]): URLSearchParams => asked.filter((one) => one.path === '/api/institutions').at(-1)!.query
const press = async (words: string): Promise<void> => {
  ;[...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))!.click()
  await settle()
}

it('the address is what is asked, and rows read as an office writes them', async () => {
  const asked = serverThat(listed)
  const { page } = await mountPage(RecordList, register, '/records/institution?kind=nursery&opened_from=2020-01-01&nonsense=1')
  expect(Object.fromEntries(last(asked))).toEqual({ kind: 'nursery', opened_from: '2020-01-01', rows: '50' })
  const text = page.text()
  for (const part of ['红星养老院', '红星社区', '¥1,800.00', '托育机构', '是']) expect(text).toContain(part)
  expect(page.get('th[scope=row] a').attributes('href')).toBe('/records/institution/1')
})
it('a heading orders by its field, down on the second press, and the heading says so', async () => {
  const asked = serverThat(listed)
  const { page, router } = await mountPage(RecordList, register, '/records/institution')
  await press('月收费')
  expect(last(asked).get('sort')).toBe('monthly_fee')
  await press('月收费')
  expect(last(asked).get('sort')).toBe('-monthly_fee')
  expect(router.currentRoute.value.query.sort).toBe('-monthly_fee')
  expect(
    page
      .findAll('th')
      .find((one) => one.text().includes('月收费'))
      ?.attributes('aria-sort'),
  ).toBe('descending')
})
it('the next page is asked by its cursor, the previous one is found again, and a changed filter begins anew', async () => {
  const asked = serverThat(listed)
  const { page, router } = await mountPage(RecordList, register, '/records/institution')
  await press('下一页')
  expect(last(asked).get('after')).toBe('=x~2')
  expect(document.activeElement?.textContent).toContain('本页 2 条')
  await press('上一页')
  expect(last(asked).get('after')).toBeNull()
  await press('下一页')
  await page.findAll('select')[0].setValue('nursery')
  await settle()
  expect(router.currentRoute.value.query).toEqual({ kind: 'nursery' })
})
it('rows are counted only when the reader wants to know', async () => {
  const asked = serverThat(listed)
  const { page } = await mountPage(RecordList, register, '/records/institution')
  expect(asked.some((one) => one.query.get('count'))).toBe(false)
  await press('统计条数')
  expect(page.text()).toContain('共 1,234 条')
})
it('nothing found offers to clear the filters, and a refusal says what it is', async () => {
  serverThat((one) => (one.path === '/api/institutions' ? { body: { rows: [], names: {} } } : listed(one)))
  const empty = await mountPage(RecordList, register, '/records/institution?kind=nursery')
  expect(empty.page.text()).toContain('没有符合条件的记录')
  expect(empty.page.text()).toContain('清除条件')
  empty.page.unmount()
  serverThat((one) =>
    one.path === '/api/institutions' ? { status: 422, body: { code: 'records.not_a_filter', detail: '不能按“电话”筛选' } } : listed(one),
  )
  const refused = await mountPage(RecordList, register, '/records/institution?kind=elderly_home')
  expect(refused.page.text()).toContain('不能按“电话”筛选')
})
it('who may only read is offered nothing else', async () => {
  serverThat(listed)
  const may = { create: false, change: false, end: false, remove: false, import: false, export_rows: false, unmask: false }
  const { page } = await mountPage(RecordList, someRegister({ may }), '/records/institution')
  for (const words of ['登记', '导入表格', '导出']) expect(page.findAll('.action *').some((one) => one.text().includes(words))).toBe(false)
})
