// A filing played from both sides: the nursery applies on a phone, the departments decide at their desks, the public page follows.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, base, enter, k_phone, openBrowser, settled, visitor } from './visitor.mjs'

const look = async (page, name) => {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
}
const clean = async (page) =>
  assert.deepEqual(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    [],
  )

/** Hands in a file for every paper that is wanted and not there yet. */
export async function attachPapers(page) {
  const wanted = page.locator('.paper', { hasText: '必交' })
  while ((await wanted.count()) > 0) {
    const before = await wanted.count()
    await wanted
      .first()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '扫描件.txt', mimeType: 'text/plain', buffer: Buffer.from('符合要求，合格。') })
    await page.waitForFunction(
      (count) => [...document.querySelectorAll('.paper')].filter((one) => one.textContent.includes('必交')).length < count,
      before,
    )
  }
}

/** Decides on a case's page: opens the act, writes a text where one is given, confirms. */
async function decide(visit, id, name, text) {
  const { page } = visit
  await visit.open(`/cases/${id}`)
  await page.getByRole('button', { name, exact: true }).click()
  if (text) await page.getByLabel('说明').fill(text)
  await page.getByRole('button', { name: /^确定/ }).click()
  await page
    .getByText(/^已办理/)
    .first()
    .waitFor()
}

journey(
  'without an account somebody complains in the large view, and the answer is read with number and code',
  { size: k_phone, elder: true },
  async (visit) => {
    const { page } = visit
    await visit.open('/public/services?region=450203000000')
    await look(page, 'services-elder')
    await clean(page)
    await visit.open('/public/services/complaint?region=450203000000')
    await page.getByLabel('属于').selectOption('elderly')
    await page.getByLabel('来源').selectOption('web')
    await page.getByLabel('被投诉的机构或个人').fill('某养老院')
    await page.getByLabel('类型').selectOption('fees')
    await page.getByLabel('情况说明').fill('押金不退')
    for (const name of ['是否有人正处于危险', '是否涉及未成年人受侵害'])
      await page.getByRole('group', { name }).getByText('否', { exact: true }).click()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText(/\d+ 处要改/).waitFor()
    await look(page, 'complaint-errors-elder')
    await page.getByRole('group', { name: '是否匿名' }).getByText('是', { exact: true }).click()
    await page.getByLabel('姓名').waitFor({ state: 'hidden' })
    await look(page, 'complaint-form-elder')
    await clean(page)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '已收到' }).waitFor()
    await look(page, 'complaint-receipt-elder')
    const [number, code] = await page.locator('.receipt dd').allInnerTexts()

    const browser = await openBrowser()
    const civil = await visitor(browser, { size: { width: 1366, height: 768 } })
    await enter(civil, 'yufeng-civil')
    await civil.open('/cases')
    await civil.page
      .getByRole('row', { name: new RegExp(number) })
      .getByRole('link')
      .click()
    await civil.page.waitForURL(/\/cases\/\d+/)
    const id = civil.page.url().split('/').pop()
    await decide(civil, id, '受理')
    await civil.open(`/cases/${id}`)
    await look(civil.page, 'complaint-officer')
    await clean(civil.page)
    await civil.page.getByRole('button', { name: '不属实，已说明', exact: true }).click()
    await civil.page.getByLabel('查明的事实').fill('押金已于昨日退还')
    await civil.page.getByRole('button', { name: /^确定/ }).click()
    await civil.page
      .getByText(/^已办理/)
      .first()
      .waitFor()
    await decide(civil, id, '办结，结果可凭查询码查看')
    await visit.open(`/public/progress?number=${number}&code=${code}`)
    await page.getByText('投诉答复书').click()
    await page.getByText('押金已于昨日退还').waitFor()
    await look(page, 'complaint-progress-elder')
    await clean(page)
    await page.getByRole('button', { name: '评价', exact: true }).click()
    await page.getByLabel('满意', { exact: true }).check()
    await page.getByRole('button', { name: /^确定/ }).click()
    await page.getByRole('button', { name: '评价', exact: true }).waitFor({ state: 'hidden' })
    await civil.open('/cases/statistics')
    await civil.page.getByRole('row', { name: /养老托育投诉举报/ }).waitFor()
    await look(civil.page, 'cases-statistics')
    await clean(civil.page)
    assert.deepEqual(civil.wrong, [])
    await civil.close()
    await browser.close()
  },
)

journey('a filing goes from a phone over three desks to the receipt and the public page', { size: k_phone }, async (nursery) => {
  const { page } = nursery
  await enter(nursery, 'yufeng-nursery')
  await nursery.open('/cases')
  await look(page, 'cases-apply-phone')
  await clean(page)
  await page.getByRole('button', { name: /申请.*托育机构备案/ }).click()
  await page.waitForURL(/\/cases\/\d+/)
  await settled(page)
  const id = page.url().split('/').pop()
  await page.getByLabel('机构性质').selectOption('nonprofit')
  await page.getByLabel('负责人', { exact: true }).fill('王园长')
  await page.getByLabel('负责人电话').fill('13800000000')
  await page.getByLabel('托位数').fill('60')
  await page.getByText('草稿已保存').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText(/\d+ 处要改/).waitFor()
  await look(page, 'cases-errors-phone')
  // What was typed survives a closed phone.
  await nursery.open(`/cases/${id}`)
  assert.equal(await page.getByLabel('托位数').inputValue(), '60')
  await page.getByLabel('建筑面积').fill('320')
  for (const name of ['是否租赁场地', '是否供餐']) await page.getByRole('group', { name }).getByText('否', { exact: true }).click()
  await page.getByText('全日托', { exact: true }).click()
  await page.getByText('草稿已保存').waitFor()
  await attachPapers(page)
  await look(page, 'cases-papers-phone')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('正在等：县级卫生健康部门').waitFor()
  await look(page, 'cases-submitted-phone')
  await clean(page)

  const browser = await openBrowser()
  const health = await visitor(browser, { size: { width: 1366, height: 768 } })
  await enter(health, 'yufeng-health')
  await health.open('/cases')
  await health.page.getByRole('link', { name: '托育机构备案' }).first().waitFor()
  await look(health.page, 'cases-worklist')
  await clean(health.page)
  await health.open(`/cases/${id}`)
  await look(health.page, 'cases-officer')
  await clean(health.page)
  await decide(health, id, '一次性告知补正', '请补租赁合同')
  await nursery.open(`/cases/${id}`)
  await page
    .getByText(/期限停走/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '提交补正' }).click()
  await page.getByText('正在等：县级卫生健康部门').waitFor()
  await decide(health, id, '出具备案回执')
  await decide(health, id, '卫生健康 · 符合')
  const fire = await visitor(browser, { size: { width: 1366, height: 768 } })
  await enter(fire, 'yufeng-fire')
  await decide(fire, id, '消防 · 符合')

  await nursery.open(`/cases/${id}`)
  await page.getByText('托育机构备案回执').first().waitFor()
  await look(page, 'cases-ended-phone')
  const line = await page.getByText(/公众查询/).innerText()
  const [, number, code] = line.match(/编号 (\d+)，查询码 (\d+)/)
  const anyone = await visitor(browser)
  await anyone.open(`/public/progress?number=${number}&code=${code}`)
  await anyone.page.getByText('已备案').waitFor()
  assert.equal(await anyone.page.getByText('王园长').count(), 0)
  await look(anyone.page, 'cases-public')
  await clean(anyone.page)
  for (const one of [health, fire, anyone]) {
    assert.deepEqual(one.wrong, [])
    await one.close()
  }
  await browser.close()
  assert.ok(base())
})

journey('whoever works for a whole city says in which county a case is at home, and is not sent away', {}, async (visit) => {
  await enter(visit, 'karamay')
  const { page } = visit
  await visit.open('/procedures/estate_shortfall')
  await page.getByRole('button', { name: '申请' }).click()
  const asked = page.getByRole('dialog')
  await clean(page)
  await asked.getByRole('combobox', { name: /^办理所在的/ }).fill('独山子区')
  await page.getByRole('listbox').getByRole('option').first().click()
  await asked.getByRole('button', { name: '申请' }).click()
  await page.waitForURL(/\/cases\/\d+$/)
  await settled(page)
  await page.getByText('独山子区').first().waitFor()
})
