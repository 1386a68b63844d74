import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { account, plan, settled } from './visitor.mjs'

journey('by keyboard alone: sign in to the own plan, open an indicator', {}, async (visit) => {
  const { page } = visit
  await visit.open('/sign-in')
  const { name, password } = account('official')
  await tabTo(page, (node) => node.tagName === 'INPUT')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  // Who has one plan stands in it at once.
  await page.waitForURL(new RegExp(`/plans/${plan}$`))
  await settled(page)
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
