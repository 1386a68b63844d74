import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, enter, k_phone, openBrowser, signIn, visitor } from './visitor.mjs'

const k_first = 'lent-password-7'
const k_own = 'my-own-password-9'

/** A person of this run's own, who has been told that the password was changed. */
async function someoneTold(visit, person) {
  const { page } = visit
  const name = `inbox-${Date.now().toString(36)}`
  await signIn(visit, 'administrator')
  await visit.open('/accounts/new')
  await page.getByLabel('账号名').fill(name)
  await page.getByLabel('姓名').fill('待办检查')
  await page.getByRole('combobox', { name: '辖区' }).fill('白碱滩区')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('角色').selectOption('viewer')
  await page.getByText('可以：').waitFor()
  await page.getByLabel(/^密码/).fill(k_first)
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.waitForURL(/\/accounts$/)
  await enter(person, name, k_first)
  await person.page.getByLabel('当前密码').fill(k_first)
  await person.page.getByLabel(/^新密码/).fill(k_own)
  await person.page.getByLabel('再输一次新密码').fill(k_own)
  await person.page.getByRole('button', { name: '修改密码' }).click()
  await person.page.getByRole('heading', { name: '登录情况' }).waitFor()
  return name
}

const badge = (page) => page.locator('header .to-inbox')

journey('what happened to one’s account waits in the inbox, is put away, and comes back; other screens follow at once', {}, async (visit) => {
  const browser = await openBrowser()
  const person = await visitor(browser)
  const other = await visitor(browser, { size: k_phone })
  const name = await someoneTold(visit, person)
  await enter(other, name, k_own)
  await other.open('/inbox')
  await badge(other.page).waitFor()
  // On a narrow phone a tray stands for the word; the name says it.
  assert.equal(await badge(other.page).getAttribute('aria-label'), '待办 1')

  const { page } = person
  await person.open('/inbox')
  await page.getByRole('heading', { name: /^要紧/ }).waitFor()
  await page.getByRole('link', { name: /您的密码已修改/ }).waitFor()
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id), [])
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await page.getByText('已办结 1 条').waitFor()
  await page.getByRole('heading', { name: '没有待办' }).waitFor()
  await badge(other.page).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已恢复 1 条').waitFor()
  await badge(other.page).waitFor()

  await page.getByRole('button', { name: '暂缓', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^明天/ }).click()
  await page.getByText(/已暂缓 1 条/).waitFor()
  await page.getByRole('navigation', { name: '查看' }).getByRole('link', { name: '暂缓' }).click()
  await page.getByText(/暂缓到/).first().waitFor()

  assert.deepEqual((await new AxeBuilder({ page: other.page }).analyze()).violations.map(({ id }) => id), [])
  assert.deepEqual([...person.wrong, ...other.wrong], [])
  await browser.close()
})

journey('anyone asks whether a paper was issued', {}, async (visit) => {
  const { page } = visit
  await visit.open('/verify/0000-0000-0000')
  await page.getByRole('heading', { name: /没有印发过这个编号的文件/ }).waitFor()
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id), [])
})
