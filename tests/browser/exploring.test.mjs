import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { base, indicator, plan, settled, signIn } from './visitor.mjs'

journey('an official drills from the city to a county to a street and back by the breadcrumb', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await page.goto(`${base()}/plans/${plan}/indicators`)
  await settled(page)
  const levels = [await page.locator('.page-head p').innerText()]
  for (let step = 0; step < 2; step += 1) {
    const tile = page.locator('svg[role="group"] a').first()
    await tile.waitFor()
    const place = (await tile.getAttribute('aria-label')).split(' ')[0]
    await tile.click()
    await page.waitForFunction((name) => document.querySelector('h1')?.textContent?.includes(name), place)
    levels.push(await page.locator('.page-head p').innerText())
  }
  assert.deepEqual(levels, ['市级', '县（市、区）', '乡镇（街道）'])
  const trail = page.getByRole('navigation', { name: '所在位置' })
  assert.equal(await trail.getByRole('listitem').count(), 3)
  await trail.getByRole('link').first().click()
  await page.locator('.page-head p', { hasText: '市级' }).waitFor()
})

journey('an indicator says why: clause, lead units, rule and the readings behind it', {}, async (visit) => {
  await signIn(visit, 'official')
  await visit.open(`/plans/${plan}/indicators/${indicator}`)
  const why = visit.page.getByRole('region', { name: '数据依据' })
  for (const word of ['条文', '牵头单位', '计算', '填报记录']) await why.getByText(word, { exact: true }).waitFor()
  await why.getByRole('link', { name: /依据/ }).first().click()
  await visit.page.locator('.clauses .named').waitFor()
})

journey('regions are found by name down to the village', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/regions')
  await page.getByRole('searchbox', { name: '名称或代码' }).fill('五五新镇')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: '五五新镇街道' }).first().click()
  await page.getByRole('heading', { level: 2, name: '五五新镇街道' }).waitFor()
  await page
    .getByRole('row', { name: /村（社区）/ })
    .first()
    .waitFor()
})

journey('the public page shows the plan without an account, within 150 kB of script', {}, async (visit) => {
  const { page } = visit
  const session = await visit.context.newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set()
  let script_bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script_bytes += encodedDataLength
  })
  await visit.open(`/public/${plan}`)
  await page.getByRole('heading', { name: '主要目标' }).waitFor()
  await page.getByRole('heading', { name: '重点任务' }).waitFor()
  await page.waitForLoadState('networkidle')
  // A server that does not compress sends about three times as much; the limit is for the compressed pages it should send.
  assert.ok(script_bytes > 0 && script_bytes <= 150_000, `first load fetched ${script_bytes} bytes of script`)
})

journey('a computed value stands beside the reported one and opens to a record that it counts', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/indicators`)
  await page.getByTitle('登记册计算值').first().waitFor()
  await visit.open(`/plans/${plan}/indicators/${indicator}`)
  await page.getByText(/比填报值[多少] |与填报值相同/).waitFor()
  await page.getByText(/按截至 .+ 的登记计算/).waitFor()
  await page.getByRole('button', { name: '查看所依据的登记' }).click()
  const counted = page.getByRole('region', { name: '计算值所依据的登记' })
  await counted
    .getByText(/计入 [1-9]\d* 条/)
    .first()
    .waitFor()
  await counted.getByRole('link').first().click()
  await page.waitForURL(/\/records\/bed\/\d+$/)
  await page.getByRole('heading', { level: 1 }).waitFor()
})
