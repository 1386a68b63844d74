import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { base, indicator, plan, signIn } from './visitor.mjs'

journey('a reported value appears among the readings, can be corrected and can be taken back', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/report?indicator=${indicator}`)
  await page.getByLabel('统计期').fill('2021')
  await page.getByLabel('数值', { exact: true }).fill('abc')
  await page.getByLabel('数据来源').fill('浏览器检查')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('请填数字').waitFor()
  await page.getByLabel('数值', { exact: true }).fill('41.5')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText(/^已提交/).waitFor()

  // The present value stands beside the field as soon as the period is known again.
  await page.getByText('已填报 41.5', { exact: false }).waitFor()
  await page.getByRole('button', { name: '更正' }).waitFor()

  await visit.open(`/plans/${plan}/readings?period=2021&indicator=${indicator}`)
  const row = page.getByRole('row', { name: /浏览器检查/ })
  assert.match(await row.innerText(), /41\.5/)
  await row.getByRole('button', { name: /修改/ }).click()
  const popup = page.getByRole('dialog')
  await popup.getByLabel('数值').fill('42')
  await popup.getByRole('button', { name: '保存' }).click()
  await page
    .getByRole('row', { name: /浏览器检查/ })
    .filter({ hasText: '42' })
    .waitFor()

  await page
    .getByRole('row', { name: /浏览器检查/ })
    .getByRole('button', { name: /修改/ })
    .click()
  await popup.getByRole('button', { name: '删除' }).click()
  await popup.getByRole('alert').getByRole('button', { name: '删除' }).click()
  await page.getByText('已删除').waitFor()
  await page.getByRole('row', { name: /浏览器检查/ }).waitFor({ state: 'detached' })
})

journey('a sheet with wrong rows is answered row by row and nothing is imported', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/import`)
  await page.getByLabel(/选择文件/).setInputFiles({
    name: '坏.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('指标,区划,时期,值,来源\nno_such_indicator,坏,2024,七十,x\n'),
  })
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText(/处错误/).waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isDisabled(), true)
})

journey('a value typed and not sent is still there after another page and a reload', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/report?indicator=${indicator}`)
  await page.getByLabel('数值', { exact: true }).fill('12.5')
  page.on('dialog', (dialog) => dialog.accept())
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.waitForURL(/\/tasks$/)
  await visit.open(`/plans/${plan}/readings/report`)
  assert.equal(await page.getByLabel('数值', { exact: true }).inputValue(), '12.5')
  await page.getByRole('button', { name: '清除草稿' }).click()
})

/** The lines of the template with values typed into those whose beginning is named: "每千人口托位数,独山子区" → "3.8". */
function filledIn(template, values) {
  const lines = template.split('\r\n')
  for (const [beginning, value] of Object.entries(values)) {
    const at = lines.findIndex((line) => line.startsWith(`${beginning},`))
    assert.notEqual(at, -1, beginning)
    lines[at] = lines[at].replace(/,,,$/, `,${value},表格检查,`)
  }
  return Buffer.from(lines.join('\r\n'))
}

/** Takes back what this test has reported, past the screens. */
async function takeBack(page) {
  await page.evaluate(async (key) => {
    const me = await (await fetch('/api/accounts/me')).json()
    const listed = await (await fetch(`/api/readings?plan=${key}&page_rows=500`)).json()
    for (const row of listed.rows.filter((each) => each.source === '表格检查'))
      await fetch(`/api/readings/${row.id}`, { method: 'DELETE', headers: { 'X-CSRF-Token': me.csrf_token } })
  }, plan)
}

journey('the filled-in template with two wrong cells tells both at once, and is sent once they are mended', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const answer = await page.request.get(`${base()}/api/readings/template?plan=${plan}&format=csv`)
  const template = await answer.text()
  await visit.open(`/plans/${plan}/readings/import`)
  const choose = (values) =>
    page.getByLabel(/选择文件/).setInputFiles({ name: '填报.csv', mimeType: 'text/csv', buffer: filledIn(template, values) })
  const good = { '每千人口托位数,独山子区': '3.8', '每千人口托位数,白碱滩区': '4.1' }
  await choose({ ...good, '每千人口托位数,乌尔禾区': '3.8x', '护理型床位占比,独山子区': '5500' })
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText('发现 2 处错误').waitFor()
  await page.getByText('“3.8x”不是数字').waitFor()
  await page.getByText('“5500”大于 100 %').waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isDisabled(), true)
  await choose({ ...good, '每千人口托位数,乌尔禾区': '3.8', '护理型床位占比,独山子区': '65' })
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText('新增 4 行、更新 0 行。').waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已导入：新增 4 行、更新 0 行。').first().waitFor()
  await takeBack(page)
})

journey('while the server is away the page says so, keeps what was typed, and goes on when it is back', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/report?indicator=${indicator}`)
  await page.getByLabel('统计期').fill('2022')
  await page.getByLabel('数值', { exact: true }).fill('41.5')
  await page.getByLabel('数据来源').fill('表格检查')
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await page.getByLabel('数值', { exact: true }).inputValue(), '41.5')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  const done = page.getByText(/^已提交/)
  const question = page.getByRole('alertdialog')
  await done.or(question).first().waitFor()
  if (await question.isVisible()) await question.getByRole('button', { name: '确认' }).click()
  await done.waitFor()
  await takeBack(page)
  visit.wrong.length = 0 // that the requests in between failed is what was wanted
})
