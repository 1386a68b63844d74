// What if and who is entitled: a slider moves and cost and reach follow; a proposal is kept and its lines are shown; a family finds its benefits without an account.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, plan, settled, signIn } from './visitor.mjs'

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

journey('a slider moves, and what it costs and whom it reaches follow', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/what-if?total=high_age_allowance_total&period=2026-06`)
  const slider = page.getByRole('slider').first()
  await slider.waitFor()
  const after = page.locator('.whole .strong')
  await after.waitFor()
  const before = await after.textContent()
  await slider.focus()
  const times = []
  for (let step = 0; step < 10; ++step) {
    const shown = await after.textContent()
    await slider.press('ArrowRight')
    await page.waitForFunction((text) => document.querySelector('.whole .strong')?.textContent !== text, shown)
    times.push(Number(await page.locator('[data-milliseconds]').getAttribute('data-milliseconds')))
  }
  times.sort((a, b) => a - b)
  console.log(`slider to redrawn: median ${times[5]} ms, most ${times[9]} ms`)
  assert.notEqual(await after.textContent(), before)
  // The table says the same as the sums: the foot is the whole.
  const foot = page.locator('tfoot td').nth(1)
  assert.equal((await foot.textContent()).trim(), (await after.evaluate((node) => node.firstChild.textContent)).trim())
  await clean(page, 'what if')
  await page.getByRole('button', { name: '还原' }).first().click()
  await page.waitForFunction((text) => document.querySelector('.whole .strong')?.textContent === text, before)
})

journey('a proposal is kept, and the lines it would change are shown before anybody carries it', {}, async (visit) => {
  await signIn(visit, 'administrator')
  const { page } = visit
  await visit.open(`/plans/${plan}/what-if?total=high_age_allowance_total&period=2026-06`)
  await page.getByRole('slider').first().press('ArrowRight')
  await page.getByRole('button', { name: '存为改法' }).click()
  const title = `提高高龄津贴 ${Date.now()}`
  await page.getByLabel('题目').fill(title)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已保存为改法“${title}”`).waitFor()
  await visit.open(`/plans/${plan}/proposals`)
  const one = page.getByRole('listitem').filter({ hasText: title }).first()
  await one.getByRole('button', { name: '查看和写入' }).click()
  await one.getByLabel(/文号/).fill('克政发〔2026〕1号')
  // The amount is the national layer's: the city sets its own under a clause of its own plan.
  await one.getByLabel(/本方案的依据条款/).fill('二(二)-养老-1')
  await one.getByRole('button', { name: '先看会改哪几行' }).click()
  const lines = page.locator('.difference')
  await lines.waitFor()
  assert.match(await lines.textContent(), /\+ .*high_age/)
  await clean(page, 'proposals')
})

journey('a daughter finds what there is for her mother on her phone, in large letters, without an account', { size: k_phone, elder: true }, async (visit) => {
  const { page } = visit
  await visit.open(`/public/${plan}/benefits`)
  await page.getByRole('button', { name: '一位老人' }).click()
  await page.getByLabel('出生日期').fill('1935-05-01')
  await page.getByRole('heading', { name: /符合条件/ }).first().waitFor()
  const place = page.getByLabel('户籍地', { exact: false })
  if (await place.count()) await place.first().selectOption({ index: 1 })
  await page.getByText('高龄津贴').first().waitFor()
  await settled(page)
  await clean(page, 'finder')
})

journey('who is entitled and has not asked stands by street, and opens to the person', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/entitled`)
  await page.getByRole('link', { name: '高龄津贴' }).first().click()
  await page.getByRole('columnheader', { name: /街道/ }).first().waitFor()
  await clean(page, 'entitled')
})
