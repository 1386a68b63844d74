// The pages of a register, walked with the one of institutions; all registers have the same pages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { journey } from './journey.mjs'
import { AxeBuilder, k_desktop, k_phone, openBrowser, settled, signIn, visitor } from './visitor.mjs'

const k_register = '/records/institution'
const unlike = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

/** Registers an institution through the form and leaves its page open; gives its address. */
async function register(visit, name) {
  const { page } = visit
  await visit.open(`${k_register}/new`)
  await page.getByLabel('名称').fill(name)
  await chooseRegion(page)
  await page.getByLabel(/^性质/).selectOption({ index: 1 })
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/records\/institution\/\d+$/)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return new URL(page.url()).pathname
}

/** The account's own place, typed by its code as the server knows it. */
async function chooseRegion(page) {
  const { region } = await (await page.request.get(new URL('/api/accounts/me', page.url()).href)).json()
  const box = page.getByRole('combobox', { name: /^地区/ })
  await box.fill(region)
  await page.getByRole('option').first().waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
}

journey('a record is registered, found, narrowed to, and its history tells who did it', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await page.getByRole('link', { name: '登记册' }).click()
  await page.getByRole('link', { name: '机构', exact: true }).click()
  await page.waitForURL(new RegExp(`${k_register}$`))
  await visit.open(`${k_register}/new`)
  await page.getByRole('button', { name: '保存' }).click()
  assert.equal(await page.getByText('请填写').count(), 3)
  assert.equal(await page.getByLabel('名称').evaluate((input) => input === document.activeElement), true)
  const name = `红星养老院${unlike()}`
  const address = await register(visit, name)

  await visit.open(k_register)
  await page.getByLabel('搜索').fill(name)
  await page.waitForURL(/search=/)
  await page.getByRole('link', { name }).waitFor()
  await page.getByLabel('添加条件').selectOption({ label: '月收费' })
  await page.getByLabel('月收费 不小于').fill('100')
  await page.keyboard.press('Tab')
  await page.waitForURL(/monthly_fee_from=10000(&|$)/)
  await page.getByRole('heading', { name: '没有符合条件的记录' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name }).waitFor()

  await visit.open(address)
  await page.getByRole('button', { name: '变更记录' }).click()
  await page.getByText(`名称：${name}`).waitFor()
})

journey('by keyboard alone: a record is registered, and the list is ordered', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const { keyboard } = page
  const { region } = await (await page.request.get(new URL('/api/accounts/me', page.url()).href)).json()
  const name = `键盘${unlike()}`
  await visit.open(`${k_register}/new`)
  await page.getByLabel('名称').focus()
  await keyboard.type(name)
  await keyboard.press('Tab')
  await keyboard.type(region)
  await page.getByRole('option').first().waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByLabel(/^性质/).focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await page.getByLabel('名称').focus()
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')

  await visit.open(k_register)
  const heading = page.getByRole('columnheader', { name: '性质' })
  await heading.getByRole('button').focus()
  await keyboard.press('Enter')
  await page.waitForURL(/sort=kind/)
  await page.getByRole('columnheader', { name: '性质' }).and(page.locator('[aria-sort=ascending]')).waitFor()
  assert.equal(await heading.getByRole('button').evaluate((button) => button === document.activeElement), true)
})

journey('two people change the same record: the second sees both states and loses nothing', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const address = await register(visit, `友谊养老院${unlike()}`)
  await visit.open(`${address}/change`)
  const other = await visit.context.newPage()
  await other.goto(new URL(`${address}/change`, page.url()).href)
  await other.getByLabel('月收费', { exact: true }).fill('1888')
  await other.getByRole('button', { name: '保存' }).click()
  await other.waitForURL(new RegExp(`${address}$`))
  await other.close()

  await page.getByLabel('月收费', { exact: true }).fill('1999')
  await page.getByLabel('建筑面积').fill('1200.5')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '这条记录刚被他人修改过' }).waitFor()
  await page.getByText('¥1,888.00').click()
  await page.getByRole('button', { name: '按所选内容保存' }).click()
  await page.waitForURL(new RegExp(`${address}$`))
  await page.getByText('¥1,888.00').waitFor()
  await page.getByText('1,200.5').waitFor()
})

journey('a record typed by mistake is deleted after a question, an ended one stays and says so', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await register(visit, `误录${unlike()}`)
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await page.waitForURL(new RegExp(`${k_register}$`))
  await page.getByText(/^已删除：误录/).waitFor()

  const name = `停办${unlike()}`
  await register(visit, name)
  await page.getByRole('button', { name: '终止', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '终止' }).click()
  await page.getByRole('heading', { level: 1, name: /已终止/ }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')
  await visit.open(`${k_register}?search=${encodeURIComponent(name)}`)
  await page.getByRole('heading', { name: '没有符合条件的记录' }).waitFor()
  await page.getByLabel('含已终止的').check()
  await page.getByRole('link', { name }).waitFor()
})

journey('a sheet is tried, its wrong row told, the good rows imported, and a second time changes nothing', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const { region } = await (await page.request.get(new URL('/api/accounts/me', page.url()).href)).json()
  const template = await (await page.request.get(new URL('/api/institutions/template?format=csv', page.url()).href)).text()
  assert.match(template, /名称/)
  const name = `表格${unlike()}`
  const code = creditCode()
  const sheet = (fee) =>
    `地区,名称,统一社会信用代码,性质,月收费\n${region},${name},${code},养老机构,1800\n${region},坏行,,养老机构,${fee}\n`
  const choose = (text) => page.getByLabel(/选择文件/).setInputFiles({ name: '机构.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await visit.open(`${k_register}/import`)
  await choose(sheet('很贵'))
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByRole('heading', { name: '需要改正的行' }).waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isDisabled(), true)
  await page.getByLabel('只导入正确的行').check()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page
    .getByText(/已导入：新增 1，修改 0，未导入 1/)
    .first()
    .waitFor()

  await choose(sheet('很贵'))
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText('不变').waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isDisabled(), true)
  await visit.open(`${k_register}?search=${encodeURIComponent(name)}`)
  await page.getByText('¥1,800.00').or(page.getByRole('link', { name })).first().waitFor()
})

/** A unified social credit code with the check character of GB 32100-2015. */
function creditCode() {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = '91650203MA' + Array.from({ length: 7 }, () => signs[Math.floor(Math.random() * signs.length)]).join('')
  const sum = [...body].reduce((total, sign, place) => total + ((signs.indexOf(sign) * 3 ** place) % 31), 0)
  return body + signs[(31 - (sum % 31)) % 31]
}

let browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
})

const k_modes = [
  { name: 'desktop', size: k_desktop },
  { name: 'desktop, dark', size: k_desktop, dark: true },
  { name: 'phone', size: k_phone },
  { name: 'phone of 360 px, large view, English', size: { width: 360, height: 740 }, elder: true, language: 'en' },
]

for (const mode of k_modes) {
  test(`no page of a register has a finding or runs out of the screen: ${mode.name}`, async () => {
    const visit = await visitor(browser, mode)
    const { page } = visit
    const found = []
    const look = async (where) => {
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
      for (const { id, nodes } of violations) found.push(`${where}: ${id} ${nodes[0].target.join(' ')}`)
      const over_px = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (over_px > 0) found.push(`${where}: ${over_px} px wider than the screen`)
    }
    try {
      await signIn(visit, 'official')
      for (const path of ['/records', k_register, `${k_register}/new`, `${k_register}/import`, '/records/resident', '/records/nothing']) {
        await visit.open(path)
        await look(path)
      }
      await visit.open(`${k_register}/new`)
      await page.getByRole('button', { name: /^(保存|Save)$/ }).click()
      await look('a form refused')
      await visit.open(k_register)
      const first = page.locator('th[scope=row] a').first()
      await first.click()
      await page.waitForURL(/institution\/\d+$/)
      await settled(page)
      await look('one record')
      await page.getByRole('button', { name: /^(变更记录|History)$/ }).click()
      await settled(page)
      await look('its history')
      await page.getByRole('button', { name: /^(终止|End)$/ }).click()
      await page.getByRole('dialog').waitFor()
      await look('a window over it')
      assert.deepEqual(found, [])
      assert.deepEqual(visit.wrong, [])
    } finally {
      await visit.close()
    }
  })
}
