// An assessment on a street worker's phone, where there is no network: nothing is lost, and it is sent once.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

/** The address of a made-up older person of the official's city, without an assessment of today. */
async function somebody(visit) {
  const { page } = visit
  const at = (path) => new URL(path, page.url()).href
  const me = await (await page.request.get(at('/api/accounts/me'))).json()
  const answer = await page.request.post(at('/api/residents'), {
    headers: { 'X-CSRF-Token': me.csrf_token },
    data: { region: me.region, name: `评估${Date.now().toString(36)}`, born: '1941-03-02', sex: 'female', hardship_destitute: false },
  })
  assert.equal(answer.status(), 201, await answer.text())
  return (await answer.json()).row.id
}

/** Takes the n-th option of so many items, beginning with the first that has none. */
async function score(page, from, to) {
  const items = page.locator('fieldset.item')
  for (let i = from; i < to; ++i) await items.nth(i).locator('label').first().click()
}

/** Signs on the glass: two lines, wiped once. */
async function sign(page, name) {
  await page.getByRole('button', { name: `签名 ${name}` }).click()
  const board = page.getByRole('img', { name: `${name} 签名` })
  const { x, y, width, height } = await board.boundingBox()
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: '清除' }).click()
    await page.mouse.move(x + width * 0.2, y + height * 0.3)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.6, y + height * 0.7, { steps: 8 })
    await page.mouse.up()
  }
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('img', { name: `${name} 的签名` }).waitFor()
}

journey('an assessment with the network cut in the middle, closed and opened again, is complete and sent once', { size: k_phone }, async (visit) => {
  await signIn(visit, 'official')
  const { page, context } = visit
  const person = await somebody(visit)
  await visit.open(`/assess/${person}`)
  await page.locator('fieldset.item').nth(25).waitFor()
  assert.equal(await page.locator('fieldset.item').count(), 26)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations.map((one) => one.id), [])
  await score(page, 0, 10)
  await page.getByText('已评 10 / 26 项').waitFor()
  const address = page.url()

  // What the browser says of a cut network is no fault of the page.
  await context.setOffline(true)
  await score(page, 10, 14)
  await page.getByText('已评 14 / 26 项').waitFor()
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await again.getByText('已评 14 / 26 项').waitFor()
  await again.getByRole('button', { name: '提交评估' }).click()
  await again.getByText('还有 12 项没有评').waitFor()
  await score(again, 14, 26)
  await again.getByRole('button', { name: '提交评估' }).click()
  await again.getByText('请写明至少 2 位评估员的姓名').waitFor()
  await again.getByLabel('评估员2').fill('李二')
  await sign(again, '李二')
  await again.getByRole('button', { name: '提交评估' }).click()
  await again.getByText('现在没有网络。').first().waitFor()

  const sendings = []
  again.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/api/assessment-forms') && sendings.push(request.url()))
  // Nobody presses anything: the network is back.
  await context.setOffline(false)
  await again.locator('.grade').waitFor()
  assert.equal(await again.locator('.grade').textContent(), '能力完好')
  await again.goto(new URL('/assess', address).href)
  await again.getByText('本机上没有未提交的评估').waitFor()
  const kept = await (await again.request.get(new URL(`/api/assessment-forms?resident=${person}`, address).href)).json()
  assert.equal(kept.rows.length, 1)
  assert.equal(kept.rows[0].total, 90)
  assert.equal(sendings.length, 1)
  assert.deepEqual(kept.rows[0].assessors.slice(1), ['李二'])
  const whole = await (await again.request.get(new URL(`/api/assessment-forms/${kept.rows[0].id}`, address).href)).json()
  assert.deepEqual(whole.signatures.map((one) => [one.name, one.signed_as]), [['李二', 'assessor']])

  await again.goto(new URL(`/records/resident/${person}`, address).href)
  await settled(again)
  await again.getByRole('button', { name: /能力完好/ }).click()
  await again.getByRole('button', { name: '各项答案' }).click()
  await again.getByText('独立使用器具进食', { exact: false }).waitFor()
  await again.getByRole('img', { name: '李二 的签名' }).waitFor()
})

journey('by keyboard alone an item is scored and the next one reached', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const person = await somebody(visit)
  await visit.open(`/assess/${person}`)
  const first = page.locator('fieldset.item').first().locator('input').first()
  await first.focus()
  await page.keyboard.press('Space')
  await page.getByText('已评 1 / 26 项').waitFor()
  await page.keyboard.press('ArrowDown')
  assert.equal(await page.locator('fieldset.item').first().locator('input').nth(1).isChecked(), true)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('fieldset')?.id), 'item-grooming')
})
