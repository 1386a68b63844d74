// Long work on the screen: its progress, its cancel, the sheet that comes back, and how somebody else's sheet is read.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

const k_import = '/records/institution/import'
const unlike = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
const place = async (page) => (await (await page.request.get(new URL('/api/accounts/me', page.url()).href)).json()).region
const choose = (page, name, text) => page.getByLabel(/选择文件/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
}

journey('a large sheet shows how far it is, is stopped, and stands among the jobs', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const region = await place(page)
  const name = unlike()
  const rows = Array.from({ length: 40_000 }, (_, i) => `${region},${name}${i},养老机构`)
  await visit.open(k_import)
  await choose(page, `${name}.csv`, `地区,名称,性质\n${rows.join('\n')}\n`)
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: '取消任务' }).click()
  await page.getByText('什么都没有保存').waitFor()
  assert.match(page.url(), /job=\d+/)
  await visit.open('/jobs')
  await page.getByRole('cell', { name: /已取消/ }).first().waitFor()
  await settled(page)
  await clean(page, '/jobs')
})

journey('a wrong row comes back in the returned sheet, and nothing is stored', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const region = await place(page)
  await visit.open(k_import)
  await choose(page, '机构.csv', `地区,名称,性质\n${region},${unlike()},宫殿\n`)
  await page.getByRole('button', { name: '校验' }).click()
  const link = page.getByRole('link', { name: /退回/ })
  await link.waitFor()
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  assert.match(saved.suggestedFilename(), /退回/)
  await page.reload()
  await page.getByRole('link', { name: /退回/ }).waitFor() // the page finds its job again
})

journey("somebody else's sheet is read once it is told which column is what, and known the next time", { size: k_phone }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const region = await place(page)
  const [name, mapping] = [unlike(), `月报${unlike()}`]
  const sheet = `所在地${mapping},院名,类别,开办\n${region},院${name},1,15/05/2020\n`
  await visit.open(k_import)
  await choose(page, `${mapping}.csv`, sheet)
  await page.getByLabel(new RegExp(`“所在地${mapping}”`)).selectOption({ label: '地区 *' })
  await page.getByLabel('“院名”是哪个字段').selectOption('name')
  await page.getByLabel('“类别”是哪个字段').selectOption('kind')
  await page.getByLabel('“1”的含义').selectOption({ label: '养老机构' })
  await page.getByLabel('“开办”是哪个字段').selectOption('opened')
  await page.getByLabel('“开办”的日期写法').selectOption('day_month_year')
  await settled(page)
  await clean(page, 'mapping')
  await page.getByRole('button', { name: '保存并使用' }).click()
  await page.getByText(`按“${mapping}”的对应关系读取`).waitFor()
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText('2020-05-15').first().waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText(/已导入：新增 1/).first().waitFor()
  await choose(page, `${mapping}.csv`, sheet)
  await page.getByText(`按“${mapping}”的对应关系读取`).waitFor()
})
