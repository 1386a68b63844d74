import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { account, plan, settled, signIn } from './visitor.mjs'

journey('by keyboard alone: sign in to the workplace, open an indicator of the own plan', {}, async (visit) => {
  const { page } = visit
  await visit.open('/sign-in')
  const { name, password } = account('official')
  await tabTo(page, (node) => node.tagName === 'INPUT')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  // Who has one plan finds its rooms in the menu at once.
  await page.waitForURL(/\/work$/)
  await settled(page)
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  await tabTo(page, (node, key) => node.getAttribute('href') === `/plans/${key}/indicators`, plan)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicators$/)
  await settled(page)
  await tabTo(page, (node, key) => (node.getAttribute('href') ?? '').startsWith(`/plans/${key}/indicators/`), plan)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicators\/\w+/)
  await page.getByRole('heading', { name: '数据依据' }).waitFor()
})

/** Presses Tab until the focused element is the one meant; every stop on the way must show its focus.
 *  A new page puts the focus on its headline, which is no stop and shows none. */
async function tabTo(page, isIt, argument) {
  const k_stops_max = 200
  for (let stop = 0; stop < k_stops_max; stop += 1) {
    await page.keyboard.press('Tab')
    const state = await page.evaluate(
      ([source, value]) => {
        const node = document.activeElement
        const shown = [node, node.parentElement, node.parentElement?.parentElement, node.querySelector?.('rect')].some((one) => {
          if (!one) return false
          const style = getComputedStyle(one)
          return (
            style.outlineStyle !== 'none' || (style.boxShadow !== 'none' && style.boxShadow.includes('inset')) || one.tagName === 'rect'
          )
        })
        return {
          found: new Function('return ' + source)()(node, value),
          shown: node === document.body || node.tagName === 'H1' || shown,
          what: node.outerHTML.slice(0, 120),
        }
      },
      [isIt.toString(), argument],
    )
    assert.ok(state.shown, `focus is not visible on ${state.what}`)
    if (state.found) return
  }
  assert.fail(`not reached in ${k_stops_max} stops`)
}

/** Tab after Tab until the field with this label has the focus; how many that took. */
async function tabsTo(page, label) {
  const k_tabs_max = 60
  for (let tabs = 1; tabs <= k_tabs_max; tabs += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? '')
    if (here.startsWith(label)) return tabs
  }
  assert.fail(`${label} not reached in ${k_tabs_max} tabs`)
}

/** Sends the form from the value's field; a question about a large change is answered with yes, by keyboard too. */
async function send(page) {
  await page.keyboard.press('Enter')
  const done = page.getByText(/^已提交/)
  await done.or(page.getByRole('alertdialog')).first().waitFor()
  if (!(await done.isVisible())) {
    // The safe answer has the focus; yes is one tab on.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await done.waitFor()
}

journey('by keyboard alone: from one reported value to the next it is at most eight tabs', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  // A day of its own each time, so that nothing was reported for it yet.
  const day = `2023-${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(Math.random() * 28)).padStart(2, '0')}`
  await visit.open(`/plans/${plan}/readings/report`)
  await tabsTo(page, '统计期')
  await page.keyboard.type(day)
  await tabsTo(page, '指标')
  await page.keyboard.press('ArrowDown')
  await tabsTo(page, '数值')
  await page.keyboard.type('50')
  await tabsTo(page, '数据来源')
  await page.keyboard.type('键盘检查')
  await send(page)
  // The focus stands on the indicator; period, place and source are kept.
  assert.match(await page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? ''), /^指标/)
  await page.keyboard.press('ArrowDown')
  assert.ok((await tabsTo(page, '数值')) <= 8)
  await page.keyboard.type('50')
  await send(page)
})
