import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { base, k_phone, plan, settled, signIn } from './visitor.mjs'

const rows = (page) => page.locator('tbody tr')

journey('the journal is narrowed by who, action and day, keeps that in the address, and is taken away as a sheet', {}, async (visit) => {
  await signIn(visit, 'administrator')
  const { page } = visit
  await visit.open('/journal')
  await rows(page).first().waitFor()
  await page.getByRole('combobox', { name: '操作' }).selectOption({ label: '新增' })
  await page.waitForURL(/action=insert/)
  // The rows of before stay until those asked for are there.
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].every((row) => row.innerText.includes('新增')))
  await page.getByRole('textbox', { name: '账号' }).fill('nobody-of-this-name')
  await page.getByRole('textbox', { name: '账号' }).press('Tab')
  await page.getByText('没有账号“nobody-of-this-name”').waitFor()
  await visit.open('/journal?from=1999-01-01&to=1999-01-02')
  await page.getByRole('button', { name: '清除条件' }).click()
  await rows(page).first().waitFor()
  await visit.open('/journal?record=account')
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 .xlsx' }).click()
  assert.equal((await taken).suggestedFilename(), '日志.xlsx')
})

journey('on a phone in large letters the first indicator is seen without scrolling', { size: k_phone, elder: true }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await page.goto(`${base()}/plans/${plan}/indicators`)
  await settled(page)
  const first = await rows(page).first().boundingBox()
  assert.ok(first.y + first.height <= k_phone.height, `the first row ends at ${first.y + first.height} of ${k_phone.height} px`)
})
