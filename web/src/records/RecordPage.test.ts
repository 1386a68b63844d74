// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import RecordImport from './RecordImport.vue'
import RecordPage from './RecordPage.vue'
import { mountPage, serverThat, settle, type Asked } from './mount_page.test_help'
import { someField, someRegister } from './some_register.test_help'

const register = someRegister()
const bed = someRegister({
  record: 'bed',
  path: '/api/beds',
  zh: '床位',
  en: 'Beds',
  title: undefined,
  children: [],
  fields: [
    someField({ name: 'id', kind: 'reference', zh: '编号', en: 'Id' }),
    someField({ name: 'institution', kind: 'reference', references: 'institution', zh: '机构', en: 'Institution' }),
    someField({ name: 'nursing', kind: 'yes_no', zh: '护理型', en: 'Nursing' }),
  ],
})
const row = { id: '7', version: 3, region: '650203001001', name: '红星', kind: 'nursery', phone: '139****0001' }
const answers = (one: Asked): { status?: number; body: unknown } | undefined => {
  if (one.path === '/api/records') return { body: { records: [register, bed] } }
  if (one.path === '/api/institutions/7') return { body: { row, names: { region: { '650203001001': '红星社区' } } } }
  if (one.path === '/api/beds') return { body: { rows: [{ id: '9', version: 1, nursing: true }], names: {} } }
  return undefined
}
/** The stream of changes, on which nothing ever comes. */
class SilentEvents {
  addEventListener(): void {}
  close(): void {}
}
const press = async (words: string): Promise<void> => {
  ;[...document.querySelectorAll('button')]
    .filter((one) => one.textContent?.trim() === words)
    .at(-1)!
    .click()
  await settle()
}

it('a record shows its values, its places by name and what belongs to it', async () => {
  const asked = serverThat(answers)
  const { page } = await mountPage(RecordPage, register, '/records/institution/7', { id: '7' })
  for (const part of ['红星社区', '托育机构', '139****0001', '床位', '护理型']) expect(page.text()).toContain(part)
  expect(Object.fromEntries(asked.find((one) => one.path === '/api/beds')!.query)).toMatchObject({ institution: '7' })
  expect(page.findAll('a').map((one) => one.attributes('href'))).toContain('/records/bed/9')
})
it('the history is fetched when it is opened and reads as sentences', async () => {
  const asked = serverThat((one) =>
    one.path.endsWith('/history')
      ? {
          body: {
            entries: [
              {
                sequence: '1',
                at: '2026-11-29T03:00:00Z',
                who: '李秀兰',
                door: 'sheet',
                action: 'update',
                changes: [{ field: 'name', zh: '名称', en: 'Name', before_zh: '红旗', after_zh: '红星' }],
              },
            ],
          },
        }
      : answers(one),
  )
  const { page } = await mountPage(RecordPage, register, '/records/institution/7', { id: '7' })
  expect(asked.some((one) => one.path.endsWith('/history'))).toBe(false)
  await page
    .findAll('button')
    .find((one) => one.text().includes('变更记录'))!
    .trigger('click')
  await settle()
  for (const part of ['2026-11-29 11:00', '表格导入', '李秀兰', '修改', '名称：红旗 → 红星']) expect(page.text()).toContain(part)
})
it('what a field held from day to day stands above the history', async () => {
  const values = [{ id: '12', from: '2026-05-01', zh: '重度失能', en: 'Severe' }]
  const entries = [{ sequence: '1', at: '2026-11-29T03:00:00Z', who: '李秀兰', door: 'web', action: 'insert', changes: [] }]
  serverThat((one) =>
    one.path.endsWith('/history')
      ? { body: { entries, names: {}, lines: [{ field: 'kind', record: 'assessment', values }] } }
      : answers(one),
  )
  const { page } = await mountPage(RecordPage, register, '/records/institution/7', { id: '7' })
  await page
    .findAll('button')
    .find((one) => one.text().includes('变更记录'))!
    .trigger('click')
  await settle()
  for (const part of ['类型', '2026-05-01 起', '重度失能']) expect(page.text()).toContain(part)
  expect(page.findAll('a').map((one) => one.attributes('href'))).toContain('/records/assessment/12')
})
it('a record that is not there says so', async () => {
  serverThat(answers)
  const { page } = await mountPage(RecordPage, register, '/records/institution/8', { id: '8' })
  expect(page.text()).toContain('未找到')
})
it('a trial shows what would be written, and wrong rows stop the import unless only the good ones are wanted', async () => {
  const job = {
    id: '91',
    kind: 'records.import',
    title: '导入：机构',
    title_en: '',
    page: '',
    state: 'done',
    cancel_asked: false,
    mine: true,
    account_name: '李秀兰',
    phase: '',
    steps_done: 3,
    steps_whole: 3,
    asked_at: '2026-11-29T03:00:00Z',
    files_gone: false,
    refusals: [],
  }
  const found = {
    rows: 3,
    added: 1,
    changed: 1,
    unchanged: 0,
    refused: 1,
    stored: false,
    refusals: [{ place: '第4行', code: 'date.malformed', message: '“2020-13-01”不是日期' }],
    differences: [
      {
        line: 2,
        action: 'update',
        title: '红星',
        changes: [{ field: 'name', zh: '名称', en: 'Name', before_zh: '红旗', after_zh: '红星' }],
      },
    ],
  }
  vi.stubGlobal('EventSource', SilentEvents)
  let begun = 0
  const asked = serverThat((one) => {
    if (one.path.endsWith('/import_headers')) return { body: { rows: 3, fits: true, columns: [] } }
    if (one.path.endsWith('/import_job')) return { body: { ...job, id: String(90 + ++begun) } }
    if (one.path.includes('/import_job/')) return { body: { ...found, stored: one.path.endsWith('/92') } }
    if (one.path.startsWith('/api/jobs/')) return { body: { ...job, id: one.path.split('/').at(-1) } }
    return answers(one)
  })
  const { page } = await mountPage(RecordImport, register, '/records/institution/import')
  const input = page.get('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], '机构.csv')] })
  await input.trigger('change')
  await settle()
  await press('校验')
  await settle()
  for (const part of ['“2020-13-01”不是日期', '名称：红旗 → 红星']) expect(page.text()).toContain(part)
  const run = () => page.findAll('button').find((one) => one.text() === '导入')!
  expect(run().attributes('disabled')).toBeDefined()
  await page.findAll('input[type=radio]')[1].setValue()
  expect(run().attributes('disabled')).toBeUndefined()
  await run().trigger('click')
  await settle()
  await settle()
  expect(Object.fromEntries(asked.filter((one) => one.path.endsWith('/import_job')).at(-1)!.query)).toEqual({
    format: 'csv',
    dry_run: 'false',
    good_rows: 'true',
  })
  expect(page.text()).toContain('已导入：新增 1，修改 1，未导入 1')
})
