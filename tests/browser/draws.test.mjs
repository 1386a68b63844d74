// A draw for inspections from the form to the check by a stranger: fixed before the event, drawn by its digits, one who is ill replaced.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createHash } from 'node:crypto'
import { base, openBrowser, signIn, visitor } from './visitor.mjs'

let browser
before(async () => (browser = await openBrowser()))
after(() => browser?.close())

const hashOf = (secret) => createHash('sha256').update(secret).digest('hex')
/** A request in the page's own session. */
const api = (page, method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      const { csrf_token } = await fetch('/api/accounts/me').then((answer) => answer.json())
      const answer = await fetch(path, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token },
        body: body && JSON.stringify(body),
      })
      return answer.json()
    },
    [method, path, body],
  )
async function official() {
  const visit = await visitor(browser)
  await signIn(visit, 'official')
  return visit
}

test('an office fixes the lists, draws after the event, and a stranger checks the file in the browser', async () => {
  const { page, context } = await official()
  const me = await api(page, 'GET', '/api/accounts/me')
  const mark = String(Date.now()).slice(-6)
  for (const number of [1, 2, 3, 4]) await api(page, 'POST', '/api/inspectors', { region: me.region, number: `J${mark}-${number}` })

  await page.goto(`${base()}/draws/new`)
  await page.getByLabel('名称').fill(`抽查 ${mark}`)
  await page.getByLabel('公开事件').fill('福彩3D 第1期')
  await page.getByLabel('开奖时间（北京时间）').fill('2099-12-31T21:15')
  await page.getByLabel('抽取家数').fill('2')
  for (const [place, [office, secret]] of [
    ['民政局', 's3cret'],
    ['纪委', 'private'],
  ].entries()) {
    await page.getByLabel(`单位 ${place + 1}`).fill(office)
    await page.getByLabel('密文的杂凑值（64 位）').nth(place).fill(hashOf(secret))
  }
  await page.getByRole('button', { name: '锁定名单并公布' }).click()
  await page.waitForURL(/\/draws\/\d+$/)
  const waiting = page.url().match(/\d+$/)[0]
  await page.getByText('等待开奖').first().waitFor()
  const fixed = await api(page, 'GET', `/api/draws/${waiting}`)
  await page.getByText(fixed.head.commitment_hash).waitFor()

  // The same with an event of this moment, so that it can be drawn at once.
  const asked = {
    title: `今日抽查 ${mark}`,
    event: '福彩3D 第2期',
    event_time: new Date(Date.now() + 3000).toISOString(),
    hash: 'sm3',
    draws_left: 1,
    kinds: [{ kind: 'elderly_home', take: 2, inspectors: 2 }],
    grades: ['a', 'b', 'c', 'd', undefined].map((credit) => ({ credit, lots: 1, yearly_minimum: 0 })),
    offices: [
      { office: '民政局', commitment: createHash('sm3').update('s3cret').digest('hex') },
      { office: '纪委', commitment: createHash('sm3').update('private').digest('hex') },
    ],
  }
  const made = await api(page, 'POST', '/api/draws', asked)
  const id = made.head.id
  const minute = new Date(Math.ceil(Date.parse(asked.event_time) / 60_000) * 60_000)
  await page.waitForTimeout(minute - Date.now() + 1000)
  await page.goto(`${base()}/draws/${id}`)
  await page.getByLabel('开奖数字').fill('482')
  await page.getByLabel('出处').fill('https://www.cwl.gov.cn/')
  await page.getByLabel('取得时间（北京时间）').fill(new Date(minute.getTime() + 8 * 3_600_000).toISOString().slice(0, 16))
  await page.getByLabel('民政局的密文').fill('wrong')
  await page.getByLabel('纪委的密文').fill('private')
  await page.getByRole('button', { name: '抽取并公布' }).click()
  await page.getByText('与事先的承诺不符').first().waitFor()
  await page.getByLabel('民政局的密文').fill('s3cret')
  await page.getByRole('button', { name: '抽取并公布' }).click()
  await page.getByRole('heading', { name: '抽取结果' }).waitFor()
  const drawn = await api(page, 'GET', `/api/draws/${id}`)
  assert.equal(drawn.drawn.length, 2)
  const ill = drawn.drawn[0].going[0]
  await page.getByLabel(ill, { exact: true }).check()
  await page.getByRole('button', { name: '递补并公布' }).click()
  await page.getByText('原抽到').first().waitFor()
  const replaced = await api(page, 'GET', `/api/draws/${id}`)
  assert.ok(replaced.drawn.every((place) => !place.going.includes(ill)))
  await context.close()

  const stranger = await visitor(browser, { language: 'en' })
  await stranger.page.goto(`${base()}/public/draws`)
  await stranger.page.getByRole('link', { name: asked.title }).click()
  await stranger.page.getByRole('button', { name: 'Check this draw' }).click()
  await stranger.page.getByText('Everything holds').waitFor()
  assert.equal(await stranger.page.getByText('the repeated draw is the same').count(), 1)
  assert.deepEqual(stranger.wrong, [])
  await stranger.context.close()
})
