import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { indicator, plan, signIn } from './visitor.mjs'

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
