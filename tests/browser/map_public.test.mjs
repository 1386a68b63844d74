// The map for families: no account, the list holds what the map holds, and the point somebody asks from stands in no address.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled } from './visitor.mjs'

async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, `${where} fits the screen`)
}

journey('a family finds the nearest nursery with something free, and the way is sorted by time', {}, async (visit) => {
  const { page } = visit
  const addresses = []
  page.on('request', (request) => addresses.push(request.url()))
  await visit.open('/public/map')
  await page.getByRole('heading', { name: '养老托育地图' }).waitFor()
  const map = await (await page.request.get(new URL('/api/public/map', page.url()).href)).json()
  const nurseries = map.places.filter((place) => place.kind === 'nursery')
  await page.getByLabel('机构类别').selectOption('nursery')
  await page.getByText(`${nurseries.length} 处`).first().waitFor()
  await page.getByLabel('还有空余').check()
  await page.getByText(`${nurseries.filter((place) => place.free > 0).length} 处`).first().waitFor()
  await page.getByRole('button', { name: '在地图上点' }).click()
  await page.getByRole('application').click({ position: { x: 200, y: 200 } })
  const ways = page.locator('.way')
  await ways.first().waitFor()
  const minutes = (await ways.allTextContents()).map((text) => Number(/(\d+) 分钟/.exec(text)[1]))
  assert.deepEqual(minutes, minutes.slice().sort((a, b) => a - b))
  const asked = addresses.filter((address) => address.includes('/nearest'))
  assert.ok(asked.length > 0 && asked.every((address) => !address.includes('longitude') && !address.includes('?')), 'the point is not in the address')
  await settled(page)
  await clean(page, 'the map for families')
})

journey('the map for families fits a phone', { size: k_phone }, async (visit) => {
  const { page } = visit
  await visit.open('/public/map')
  await page.locator('.place').first().waitFor()
  await settled(page)
  await clean(page, 'on a phone')
})
