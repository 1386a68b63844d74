// An estate that falls short opens the case of notice to its developer, with what the register and the rule say filled in.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { settled } from './visitor.mjs'

journey('a shortfall becomes a notice to the developer', {}, async (visit) => {
  const { page } = visit
  await visit.open('/sign-in')
  await page.getByLabel(/^账号$/).fill('liuzhou')
  await page.getByLabel(/^密码$/).fill(process.env.LAOYOU_DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await visit.open('/planning/estates')
  const button = page.getByRole('button', { name: /^告知建设单位 / }).first()
  const estate = (await button.getAttribute('aria-label')).replace('告知建设单位 ', '')
  await button.click()
  await page.waitForURL(/\/cases\/\d+$/)
  await settled(page)
  const name = page.getByRole('textbox', { name: '居住区名称' })
  await name.waitFor()
  assert.equal(await name.inputValue(), estate)
  assert.match(await page.getByRole('textbox', { name: '养老用房缺口' }).inputValue(), /^\d+$/)
  assert.equal(
    await page.getByRole('textbox', { name: '建设单位', exact: true }).inputValue(),
    '',
    'the register does not know who built it',
  )
})
