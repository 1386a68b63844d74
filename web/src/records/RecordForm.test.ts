// @vitest-environment jsdom
import { expect, it } from 'vitest'
import RecordForm from './RecordForm.vue'
import { mountPage, serverThat, settle, type Asked } from './mount_page.test_help'
import { someField, someRegister } from './some_register.test_help'

const register = someRegister()
const row = {
  id: '7',
  version: 3,
  region: '650203001001',
  name: '红星',
  kind: 'nursery',
  inclusive: true,
  monthly_fee: 123450,
  phone: '139****0001',
}
const k_problem = { title: 'x', detail: '有误', request_id: 'r' }
const known = (asked: Asked): { body: unknown } | undefined => {
  if (asked.path === '/api/records') return { body: { records: [register] } }
  return asked.path.startsWith('/api/regions/')
    ? { body: { name: asked.path.endsWith('2') ? '红旗社区' : '红星社区', code: asked.path.slice(-12), path: [] } }
    : undefined
}
const field = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-field="${name}"]`)!
function type(name: string, text: string): void {
  const input = field(name).querySelector<HTMLInputElement>('input, select')!
  input.value = text
  input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
}
const press = async (words: string): Promise<void> => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)!
  button.type === 'submit'
    ? button.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))
    : button.click()
  await settle()
}

it('a field that is required and empty is told at the field, and nothing is sent', async () => {
  const asked = serverThat(known)
  await mountPage(RecordForm, register, '/', { back: '/' })
  await press('保存')
  expect(field('name').textContent).toContain('请填写')
  expect(field('kind').textContent).toContain('请填写')
  expect(asked.filter((one) => one.method === 'POST')).toEqual([])
})
it('what is sent are fen, answers and codes; what is empty is left out of a new record', async () => {
  const asked = serverThat((one) => known(one) ?? { status: 201, body: { row: { ...row } } })
  await mountPage(RecordForm, register, '/', { back: '/', given: { region: '650203001001' } })
  await settle()
  type('name', '红星')
  type('kind', 'nursery')
  type('monthly_fee', '1,234.5')
  await press('保存')
  expect(asked.find((one) => one.method === 'POST')?.body).toEqual({
    name: '红星',
    region: '650203001001',
    kind: 'nursery',
    monthly_fee: 123450,
  })
})
it('a refusal of the server stands at its field, by its pointer', async () => {
  serverThat((one) =>
    one.method === 'PUT'
      ? {
          status: 422,
          body: { ...k_problem, code: 'store.duplicate', errors: [{ place: '/name', code: 'store.duplicate', message: '已有同名机构' }] },
        }
      : known(one),
  )
  await mountPage(RecordForm, register, '/', { back: '/', row })
  type('name', '重名')
  await press('保存')
  expect(field('name').textContent).toContain('已有同名机构')
  expect(field('name').querySelector('[aria-invalid="true"]')).not.toBeNull()
})
it('a masked value is left as it is unless it is typed anew', async () => {
  const asked = serverThat((one) => known(one) ?? { body: { row } })
  await mountPage(RecordForm, register, '/', { back: '/', row })
  expect(field('phone').textContent).toContain('139****0001')
  expect(field('phone').querySelector('input')!.value).toBe('')
  await press('保存')
  expect(asked.find((one) => one.method === 'PUT')?.body).not.toHaveProperty('phone')
})
it('when somebody else saved first, both states are shown and the choice is saved on top of theirs', async () => {
  let sent = 0
  const asked = serverThat((one) => {
    if (one.method !== 'PUT') return known(one)
    sent += 1
    const current = { ...row, version: 4, region: '650203001002', monthly_fee: 200000 }
    return sent === 1
      ? { status: 409, body: { ...k_problem, code: 'record.changed', errors: [], current } }
      : { body: { row: { ...current, version: 5 } } }
  })
  await mountPage(RecordForm, register, '/', { back: '/', row })
  type('name', '红星养老院')
  await press('保存')
  const dialog = document.querySelector('[role=alertdialog]')!
  expect(dialog.textContent).toContain('红星养老院')
  expect(dialog.textContent).toContain('¥2,000.00')
  expect(dialog.textContent).toContain('红旗社区')
  expect(document.activeElement?.textContent).toContain('这条记录刚被他人修改过')
  await press('按所选内容保存')
  expect(asked.filter((one) => one.method === 'PUT').at(-1)?.body).toMatchObject({ version: 4, name: '红星养老院', monthly_fee: 200000 })
})
it('what was typed and not saved is there again, but nothing private lies in the browser', async () => {
  serverThat(known)
  const first = await mountPage(RecordForm, register, '/', { back: '/', row })
  type('name', '红星二院')
  type('phone', '13900000001')
  await settle()
  expect(JSON.stringify({ ...sessionStorage })).toContain('红星二院')
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('13900000001')
  first.page.unmount()
  await mountPage(RecordForm, register, '/', { back: '/', row })
  expect(field('name').querySelector('input')!.value).toBe('红星二院')
  await press('清除草稿')
  expect(field('name').querySelector('input')!.value).toBe('红星')
})
it('a masked choice or answer says that it stays, and is not taken for one that nobody gave', async () => {
  const masked = someRegister()
  masked.fields = masked.fields.map((one) => (one.name === 'kind' || one.name === 'inclusive' ? { ...one, masked: true } : one))
  const asked = serverThat((one) => known(one) ?? { body: { row } })
  await mountPage(RecordForm, masked, '/', { back: '/', row: { ...row, kind: '****', inclusive: '****' } })
  expect(field('kind').textContent).toContain('不改（现为 ****）')
  expect(field('inclusive').textContent).toContain('不改（现为 ****）')
  await press('保存')
  const sent = asked.find((one) => one.method === 'PUT')?.body
  expect(sent).not.toHaveProperty('kind')
  expect(sent).not.toHaveProperty('inclusive')
})
it('a field that a plan adds is asked for records of its place alone', async () => {
  const asked = serverThat((one) => known(one) ?? { status: 201, body: { row: { ...row } } })
  const added = someField({ name: 'x_karamay_scheme', zh: '运营模式', en: 'Scheme', required: true, within: '650200000000' })
  const other = someField({ name: 'x_liuzhou_scheme', zh: '运营方式', en: 'Way', required: true, within: '450200000000' })
  const grown = someRegister({ fields: [...register.fields, added, other] })
  await mountPage(RecordForm, grown, '/', { back: '/', given: { region: '650203001001' } })
  await settle()
  expect(field('x_liuzhou_scheme')).toBeNull()
  type('name', '红星')
  type('kind', 'nursery')
  type('x_karamay_scheme', '自营')
  await press('保存')
  expect(asked.find((one) => one.method === 'POST')?.body).toMatchObject({ x_karamay_scheme: '自营' })
})
