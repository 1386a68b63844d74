// A month of the plan on two screens: a district fills in and submits, the city returns it, the district mends it, the city signs; the light on the city's other
// page and the circular change without reload.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { base, enter, indicator, openBrowser, plan, signIn, visitor } from './visitor.mjs'

const k_district = '650203000000'

/** A period that no earlier run of this journey has reported. */
function freshPeriod() {
  const day = new Date(Date.now() - Math.floor(1 + Math.random() * 1400) * 86_400_000)
  return day.toISOString().slice(0, 10)
}

journey('a district reports, the city returns and signs, and other screens follow without reload', {}, async (city) => {
  const period = freshPeriod()
  const form = `/plans/${plan}/period-form?region=${k_district}&period=${period}`
  const browser = await openBrowser()
  const district = await visitor(browser)
  const watching = await visitor(browser)
  try {
    await enter(district, 'karamay-district')
    await signIn(city, 'official')
    await signIn(watching, 'official')
    await watching.open(`/plans/${plan}/circular?period=${period}`)
    const line = watching.page.getByRole('row', { name: /克拉玛依区/ }).first()
    assert.match(await line.innerText(), /未报送/)

    await district.open(form)
    const field = district.page.getByRole('textbox', { name: /护理型床位占比/ })
    await field.fill('41')
    await district.page.getByLabel('数据来源').fill('台账')
    await district.page.getByRole('button', { name: '保存草稿' }).click()
    await district.page.getByText('草稿已保存').first().waitFor()
    await city.open(form)
    assert.equal(await city.page.getByText('待审签').count(), 0, 'a draft is its place’s own affair')
    assert.match(await line.innerText(), /未报送/)

    const submit = district.page.getByRole('button', { name: '报送', exact: true })
    const sent = district.page.getByText('待审签', { exact: true }).first() // not the announcement of an earlier submission
    const asked = district.page.getByText('属实再送一次').first()
    await submit.click()
    await sent.or(asked).waitFor()
    if (await asked.isVisible()) await submit.click()
    await sent.waitFor()
    await line.getByText('待审签').waitFor()

    await city.page.getByText('待审签').first().waitFor()
    await city.page.getByLabel('退回意见').fill('请按台账核对')
    await city.page.getByRole('button', { name: '退回', exact: true }).click()
    await district.page.getByText('请按台账核对').first().waitFor()
    await line.getByText('已退回').waitFor()

    await district.page.getByRole('textbox', { name: /护理型床位占比/ }).fill('42')
    await submit.click()
    await sent.or(asked).waitFor()
    if (await asked.isVisible()) await submit.click()
    await line.getByText('待审签').waitFor()

    const light = await visitor(browser)
    try {
      await signIn(light, 'official')
      await light.open(`/plans/${plan}/readings?period=${period}&indicator=${indicator}&region=${k_district}`)
      await city.page.getByRole('button', { name: '审签', exact: true }).click()
      await light.page.getByRole('row', { name: /台账/ }).filter({ hasText: '42' }).waitFor()
    } finally {
      await light.close()
    }
    await line.getByText('已审签').waitFor()
    await district.page.getByText('已审签').first().waitFor()
    assert.deepEqual([...district.wrong, ...watching.wrong], [])
  } finally {
    await district.close()
    await watching.close()
    await browser.close()
  }
})

journey('the circular is printed with its number and is found again by its code', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/circular`)
  const number = `克办通〔2026〕${Math.floor(Math.random() * 1_000_000)}号`
  await page.getByLabel('发文字号').fill(number)
  await page.getByLabel('发文机关').fill('克拉玛依市养老托育工作领导小组办公室')
  await page.getByRole('button', { name: '印发通报' }).click()
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.waitFor()
  const address = await row.getByRole('link').getAttribute('href')
  const paper = await page.request.get(base() + address)
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
  const code = /核验编号 (\S+)/.exec(await row.innerText())[1]
  const known = await (await page.request.get(`${base()}/api/public/papers/${code}`)).json()
  assert.equal(known.number, number)
})

journey('a past day shows what had been recorded on it', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/indicators?as_of=2021-01-05`)
  await page.getByText('按 2021-01-05 当日已记录的数值显示', { exact: false }).waitFor()
  assert.equal(await page.getByText('演示', { exact: true }).count(), 0, 'nothing was recorded then')
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.waitForURL((address) => !address.search.includes('as_of'))
})
