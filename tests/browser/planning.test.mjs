// Looking ahead on the map: what the map draws stands in the list beside it, what is tried moves the share, what is reckoned says how good it is.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

const k_pages = ['/planning', '/planning?layer=short', '/planning/reach', '/planning/try', '/planning/siting', '/planning/need', '/planning/estates', '/planning/streets']
const numberOf = (text) => Number(text.replace(/[,，\s]/g, ''))
const asked = async (page, path) => (await page.request.get(new URL(path, page.url()).href)).json()

/** The question as the page asks it: the first kind that has places and a unit, on foot, by the first limit. */
async function question(page) {
  const setting = await asked(page, '/api/planning/setting')
  assert.ok(setting.streets, 'the demonstration has a map')
  const kind = setting.place_kinds.find((one) => one.placed > 0 && one.unit !== 'none')
  const limit = setting.limits[0]
  const amount = limit.minutes ? `minutes=${limit.minutes}` : `metres=${limit.metres}`
  return { setting, kind, query: `region=${setting.region}&kind=${kind.kind}&way=${setting.ways[0].way}&${amount}` }
}

async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
  const over_px = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(over_px <= 0, `${where}: ${over_px} px wider than the screen`)
}

/** How many different colours a part of the map shows: a map that was not drawn has one. */
const inksOf = (page) =>
  page.evaluate(() => {
    const seen = new Set()
    for (const canvas of document.querySelectorAll('.city-map .leaflet-tile-pane canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      for (let i = 0; i < data.length; i += 4 * 97) if (data[i + 3]) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
    }
    return seen.size
  })

journey('the map is drawn, and the list beside it holds every place with the same numbers', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const { setting, kind } = await question(page)
  const { rows } = await asked(page, `/api/planning/places?region=${setting.region}`)
  const placed = rows.filter((row) => row.kind === kind.kind && typeof row.longitude === 'number')
  await visit.open(`/planning?kind=${kind.kind}`)
  const more = page.getByRole('button', { name: '加载更多' })
  const list = page.getByRole('table', { name: '设施' }).getByRole('rowheader')
  await list.first().waitFor()
  while (await more.isVisible()) await more.click()
  assert.equal(await list.count(), placed.length)
  const one = placed[0]
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: `在地图上查看${one.name}`, exact: true }) }).first()
  assert.deepEqual((await row.getByRole('cell').allTextContents()).map(numberOf), [one.capacity, one.free])
  await row.getByRole('button').click()
  await page.getByRole('status').filter({ hasText: one.name }).waitFor() // it is told below the map too
  await page.waitForFunction(() => document.querySelectorAll('.city-map .leaflet-tile-loaded').length > 0)
  assert.ok((await inksOf(page)) > 3, 'streets are drawn')
})

journey('who is not reached: the headline, the villages on the map and the table come to the same number', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const { query } = await question(page)
  const reach = await asked(page, `/api/planning/reach?${query}`)
  const missing = reach.people - reach.reached
  await visit.open('/planning?layer=short')
  const heading = page.getByRole('heading', { name: /按村.*\d/ })
  await heading.waitFor()
  const by_village = reach.regions.filter((row) => row.level === 'village').reduce((sum, row) => sum + row.not_reached, 0)
  assert.equal(numberOf((await heading.textContent()).replace(/[^\d,]/g, '')), by_village)
  await visit.open('/planning/reach')
  await page.getByText('未覆盖', { exact: true }).first().waitFor()
  const told = await page.locator('dl dd.short').textContent()
  assert.equal(numberOf(told.replace(/[^\d,]/g, '')), missing)
  // A stricter limit reaches no more people, and stays in the address for the other pages.
  await page.getByLabel('范围标准').selectOption('300m')
  await page.waitForURL(/limit=300m/)
  await page.getByRole('link', { name: '布点推演' }).click()
  await page.waitForURL(/\/planning\/try\?.*limit=300m/)
})

journey('a place put by keyboard moves the share at once, is undone, and is kept as a scenario', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/planning/try')
  await page.locator('dl dd', { hasText: '%' }).first().waitFor() // today's share
  const after = page.getByRole('term').filter({ hasText: '调整后' })
  await page.getByRole('button', { name: '新增设施' }).click()
  await page.locator('.city-map').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await after.waitFor()
  await page.getByText(/多覆盖|覆盖人数不变/).first().waitFor()
  const undo = page.getByRole('button', { name: /^撤销/ }).first()
  const name = `方案${Date.now().toString(36)}`
  await page.getByLabel('方案名称').fill(name)
  await page.getByRole('button', { name: '保存为方案' }).click()
  await page.getByRole('listitem').filter({ hasText: name }).getByText(/→/).waitFor() // compared with today
  await undo.click()
  await page.getByText(/还没有调整/).waitFor()
  await page.getByRole('button', { name: `打开${name}` }).click()
  await after.waitFor()
  await page.getByRole('button', { name: `删除${name}` }).click()
  await page.getByRole('listitem').filter({ hasText: name }).waitFor({ state: 'detached' })
})

journey('the next places come in the order of building, with how good the choice is', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/planning/siting')
  await page.getByLabel('新建数量').fill('2')
  await page.getByLabel('计算时间上限').fill('3')
  await page.getByRole('button', { name: '开始计算' }).click()
  await page.waitForURL(/job=\d+/)
  await page.getByRole('heading', { name: '最优性说明' }).waitFor()
  const job = new URL(page.url()).searchParams.get('job')
  const found = await asked(page, `/api/planning/siting/${job}`)
  assert.equal(found.places.length, 2)
  await page.getByText(found.proof_zh).waitFor()
  const rows = page.getByRole('table', { name: '建设位置图' }).getByRole('row')
  assert.equal(await rows.count(), 3)
  assert.equal(numberOf(await rows.nth(1).getByRole('cell').first().textContent()), found.places[0].gain)
  await page.reload() // the address keeps the reckoning
  await page.getByRole('heading', { name: '最优性说明' }).waitFor()
})

journey('supply and need: each year of the table is that of the answer, and a county says when it falls short', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const { setting } = await question(page)
  const need = await asked(page, `/api/planning/need?region=${setting.region}&years=10`)
  await visit.open('/planning/need')
  const years = need.rows.filter((row) => row.region === need.rows[0].region)
  const rows = page.getByRole('table', { name: '逐年对照' }).getByRole('rowheader')
  assert.deepEqual(await rows.allTextContents(), years.map((row) => String(row.year)))
  assert.equal(await page.getByRole('table', { name: '各地不足年份' }).getByRole('rowheader').count(), need.shortfalls.length)
})

journey('the map is taken along as a picture with its legend and source', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/planning')
  const button = page.getByRole('button', { name: '存为图片' })
  await page.waitForFunction(() => document.querySelectorAll('.city-map .leaflet-tile-loaded').length > 0)
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])
  assert.match(saved.suggestedFilename(), /\.png$/)
})

for (const mode of [
  { name: 'desktop' },
  { name: 'phone, dark', size: k_phone, dark: true },
  { name: 'large view', elder: true },
])
  journey(`no page of planning has a finding or runs out of the screen: ${mode.name}`, mode, async (visit) => {
    await signIn(visit, 'official')
    for (const path of k_pages) {
      await visit.open(path)
      await settled(visit.page)
      await visit.page.waitForTimeout(500)
      await clean(visit.page, path)
    }
  })
