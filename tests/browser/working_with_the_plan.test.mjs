import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { base, plan, settled, signIn } from './visitor.mjs'

journey('the table of indicators by districts is sorted by a district and opens one number', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/matrix`)
  const heads = page.locator('thead th')
  assert.equal(await heads.count(), 7, 'name, target, the city and its four districts')
  await heads.nth(3).getByRole('button').click()
  await page.waitForFunction(() => location.search.includes('by='))
  const shapes = await page.locator('tbody tr td:nth-of-type(3) .shape').allInnerTexts()
  const order = ['■', '▲', '○', '●', '—']
  const places = shapes.map((shape) => order.indexOf(shape))
  assert.deepEqual(places, [...places].sort((a, b) => a - b), 'the worst first')
  await page.locator('tbody tr').first().locator('td').nth(2).getByRole('link').click()
  await page.getByRole('region', { name: '数据依据' }).waitFor()
})

journey('documents, bodies and what places must offer have a page', {}, async (visit) => {
  await signIn(visit, 'official')
  await visit.open(`/plans/${plan}/arrangement`)
  for (const name of ['组织机构', '文件', '场所应有的功能', '补贴规则']) await visit.page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
  await visit.page.getByText('新政办发〔2021〕67号').first().waitFor()
})

journey('a period is reported on one page: what is typed is checked, kept, sent, and counted', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const year = new Date().getFullYear()
  const address = `${base()}/plans/${plan}/period-form?period=${year - 1}-Q1`
  await page.goto(address)
  await settled(page)
  const field = page.getByRole('textbox', { name: /全市养老床位数/ })
  await field.fill('1.5')
  await page.getByText('只填整数').waitFor()
  const value = String(1000 + Math.floor(Math.random() * 900))
  await field.fill(value)
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await settled(page)
  assert.equal(await field.inputValue(), value, 'the draft is back')
  await page.getByLabel('数据来源').fill('民政年报')
  const button = page.getByRole('button', { name: /报送 1 项/ })
  await button.click()
  // A value far from the last is asked back once.
  const done = page.getByText('已报送 1 项').first()
  const asked = page.getByText('属实再送一次').first()
  await done.or(asked).waitFor()
  if (await asked.isVisible()) await page.getByRole('button', { name: /报送 1 项/ }).click()
  await done.waitFor()
  await page.getByRole('heading', { level: 2, name: '下级填报情况' }).waitFor()
})

journey('whoever comes with a need reads what there is, for whom, where to ask and how far the city is', {}, async (visit) => {
  const { page } = visit
  await visit.open(`/public/${plan}`)
  await page.getByRole('button', { name: /我家有婴幼儿/ }).click()
  const part = page.getByRole('region', { name: '我家有婴幼儿' })
  await part.getByText('每千人口托位数', { exact: false }).first().waitFor()
  await part.getByText('到哪里问').first().waitFor()
  await page.getByRole('button', { name: /我想办机构/ }).click()
  await page.getByRole('region', { name: '我想办机构' }).getByText('给谁').first().waitFor()
})
