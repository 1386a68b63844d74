import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, base, enter, openBrowser, signIn, visitor } from './visitor.mjs'

// Each run makes a person of its own: nothing here depends on what an earlier run left.
const fresh = (stem) => `${stem}-${Date.now().toString(36)}`
const k_first = 'lent-password-7'
const k_own = 'my-own-password-9'

async function serious(page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id }) => id)
}

/** A new viewer of the whole country, made by the administrator through the form. */
async function makeAccount(visit, name) {
  const { page } = visit
  await visit.open('/accounts/new')
  await page.getByLabel('账号名').fill(name)
  await page.getByLabel('姓名').fill('浏览器检查')
  await page.getByRole('combobox', { name: '辖区' }).fill('白碱滩区')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('角色').selectOption('viewer')
  await page.getByText('可以：').waitFor()
  await page.getByLabel(/^密码/).fill(k_first)
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.waitForURL(/\/accounts$/)
}

journey('a password from somebody else is changed before anything else, and sessions are seen and ended', {}, async (visit) => {
  const name = fresh('check')
  await signIn(visit, 'administrator')
  await makeAccount(visit, name)

  const browser = await openBrowser()
  const person = await visitor(browser)
  await enter(person, name, k_first)
  await person.open('/plans')
  assert.match(person.page.url(), /\/me$/, 'every address leads to the own page')
  assert.deepEqual(await serious(person.page), [])
  await person.page.getByLabel('当前密码').fill(k_first)
  await person.page.getByLabel(/^新密码/).fill(k_own)
  await person.page.getByLabel('再输一次新密码').fill(k_own)
  await person.page.getByRole('button', { name: '修改密码' }).click()
  await person.page.getByRole('heading', { name: '登录情况' }).waitFor()

  const elsewhere = await visitor(browser)
  await enter(elsewhere, name, k_own)
  await person.open('/me')
  await person.page.getByRole('button', { name: /^结束来自/ }).click()
  await person.page.getByRole('button', { name: /^结束来自/ }).waitFor({ state: 'detached' })
  await elsewhere.open('/me')
  assert.match(elsewhere.page.url(), /\/sign-in/, 'the ended session asks to sign in')

  const { page } = visit
  await visit.open(`/accounts?search=${name}`)
  await page.getByRole('button', { name: '浏览器检查 的登录情况' }).click()
  await page.getByRole('button', { name: '结束全部登录' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await person.open('/plans')
  assert.match(person.page.url(), /\/sign-in/)
  await browser.close()
})

journey('a token is shown once, opens what it was given and ends', {}, async (visit) => {
  const { page } = visit
  await signIn(visit, 'administrator')
  await visit.open('/accounts/tokens')
  assert.deepEqual(await serious(page), [])
  const name = fresh('传感器')
  await page.getByLabel('用途').fill(name)
  await page.getByLabel('停用日期').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('查看机构').check()
  await page.getByRole('button', { name: '新建接口令牌' }).click()
  const token = await page.locator('code').innerText()
  const ask = (path) => fetch(base() + path, { headers: { Authorization: `Bearer ${token}` } })
  assert.equal((await ask('/api/institutions')).status, 200)
  assert.equal((await ask('/api/residents')).status, 403)
  await page.getByRole('button', { name: '已保管好' }).click()
  await page.getByRole('button', { name: `作废“${name}”` }).click()
  await page.getByRole('button', { name: `再按一次，作废“${name}”` }).click()
  await page.getByRole('button', { name: `作废“${name}”` }).waitFor({ state: 'detached' })
  assert.equal((await ask('/api/institutions')).status, 401)
})
