// An address that could not be placed surely: found by the worklist, a standard address chosen for it, the choice given back, a point put on the map.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

const k_office = { width: 1366, height: 768 }

async function clean(page, where) {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
}

/** The figure under a level of certainty. */
const counted = async (page, level) =>
  Number(
    (await page.getByRole('list', { name: '落点精度' }).getByRole('button', { name: level }).locator('strong').innerText()).replaceAll(
      ',',
      '',
    ),
  )

async function firstWaiting(visit) {
  await visit.open('/addresses')
  await visit.page.getByRole('radio', { name: /^待核对/ }).waitFor({ state: 'attached' })
  await visit.page.getByRole('table').getByRole('link').first().click()
  await visit.page.waitForURL(/\/addresses\/\d+/)
  await visit.page.getByRole('heading', { name: '可选的标准地址' }).waitFor()
}

journey('an address that waits gets a standard address, and the choice is given back', { size: k_office }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/addresses')
  await clean(page, 'the worklist')
  assert.ok((await counted(page, '到门牌')) > (await counted(page, '只到村社区')), 'most of the demonstration lies at the door')
  await firstWaiting(visit)
  await clean(page, 'an address')
  const lies = page.locator('.lies strong')
  const before = await lies.innerText()
  await page
    .getByRole('button', { name: /^选定 / })
    .first()
    .click()
  await page.getByText('已选定', { exact: true }).waitFor()
  await page.getByRole('button', { name: '取消选定，交回程序' }).click()
  await lies.filter({ hasText: before }).waitFor()
})

journey('a standard address that is not offered is searched for by pieces of it, and chosen', { size: k_office }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await firstWaiting(visit)
  const lies = page.locator('.lies strong')
  const before = await lies.innerText()
  const search = page.getByRole('search', { name: '在标准地址库中查找' })
  await search.getByRole('searchbox').fill('没有这样的路')
  await search.getByText('没有查到，可少写几个字再试').waitFor()
  await search.getByRole('searchbox').fill('和平 3')
  const first = search.getByRole('listitem').filter({ hasText: '和平路3号' }).first()
  await first.waitFor()
  assert.ok((await search.getByRole('listitem').count()) <= 20)
  await clean(page, 'an address with what was searched for')
  await first.getByRole('button', { name: '选定 和平路3号', exact: true }).click()
  await page.getByRole('status').filter({ hasText: '现在落在' }).getByText('和平路3号').waitFor()
  await first.getByText('已选定', { exact: true }).waitFor()
  await page.getByRole('button', { name: '取消选定，交回程序' }).click()
  await lies.filter({ hasText: before }).waitFor()
})

journey('a point is put on the map by its coordinates', { size: k_office }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await firstWaiting(visit)
  const lies = page.locator('.lies strong')
  const before = await lies.innerText()
  await page.getByRole('button', { name: '选定地图上的点' }).click()
  await page.getByLabel('经度').fill('200')
  await page.getByLabel('纬度').fill('45.6')
  await page.getByRole('button', { name: '选定这个点' }).click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('经度').fill('84.88')
  await page.getByRole('button', { name: '选定这个点' }).click()
  await page.getByText('到楼栋', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: '取消选定，交回程序' }).click()
  await lies.filter({ hasText: before }).waitFor()
})

journey('the worklist works on a phone in the large view', { size: k_phone, elder: true }, async (visit) => {
  await signIn(visit, 'official')
  await firstWaiting(visit)
  await clean(visit.page, 'an address on a phone')
})
