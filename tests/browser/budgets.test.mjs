// Budgets on the screen: a line is opened, held, committed and spent; what is beyond it asks for a reason; each page is clean to axe.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

const unlike = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

async function clean(page, where) {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
}

async function act(page, deed, amount, reason) {
  await page.getByLabel('事项').selectOption({ label: deed })
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByLabel('事由', { exact: true }).fill(reason)
  await page.getByRole('button', { name: deed, exact: true }).click()
}

journey('a line is opened, committed up to what is left, and beyond it only with a reason', {}, async (visit) => {
  await signIn(visit, 'administrator')
  const { page } = visit
  const name = `津贴${unlike()}`
  await visit.open('/budgets')
  await page.getByRole('button', { name: '设立项目' }).click()
  await page.getByLabel('项目名称').fill(name)
  await page.getByLabel('代号', { exact: true }).fill(unlike())
  await page.getByLabel('年初预算').fill('10万')
  await page.getByRole('dialog').getByRole('button', { name: '设立项目' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('¥100,000.00').first().waitFor()
  await clean(page, 'a line')

  await act(page, '批复', '60000', '第一批')
  await page.getByRole('rowheader', { name: '批复' }).waitFor()
  await act(page, '批复', '40000.01', '第二批')
  await page.getByText('预算只余 40000.00 元').waitFor()
  await page.getByLabel(/超预算批复/).check()
  await page.getByRole('button', { name: '批复', exact: true }).click()
  await page.getByRole('rowheader', { name: '超预算' }).waitFor()
  await act(page, '支出', '100000.01', '全部')
  await page.getByRole('rowheader', { name: '支出' }).waitFor()

  await visit.open('/budgets')
  await page.getByRole('link', { name }).waitFor()
  await clean(page, '/budgets')
})

journey('what is held is given back from the list of movements', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/budgets')
  await page.getByRole('button', { name: '设立项目' }).click()
  await page.getByLabel('项目名称').fill(`预留${unlike()}`)
  await page.getByLabel('代号', { exact: true }).fill(unlike())
  await page.getByLabel('年初预算').fill('5000')
  await page.getByRole('dialog').getByRole('button', { name: '设立项目' }).click()
  await page.getByRole('heading', { level: 1, name: /预留/ }).waitFor()
  await act(page, '预留', '3000', '下一批')
  await page.getByText('仍预留 ¥3,000.00').waitFor()
  await page.getByRole('button', { name: '释放' }).click()
  await page.getByRole('rowheader', { name: '释放预留' }).waitFor()
  assert.equal(await page.getByText('仍预留').count(), 0)
})

journey('the list reads on a phone', { size: k_phone }, async (visit) => {
  await signIn(visit, 'official')
  await visit.open('/budgets')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  await clean(visit.page, '/budgets on a phone')
  const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  assert.equal(wide, false)
})
