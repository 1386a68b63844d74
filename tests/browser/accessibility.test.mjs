import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, k_administration, k_console, k_open, patterns } from './routes.mjs'
import { AxeBuilder, indicator, k_desktop, k_phone, openBrowser, plan, settled, signIn, visitor } from './visitor.mjs'

let browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
})

/** What axe finds, one line each. */
async function findings(page, where) {
  // Half-faded text has no contrast to judge: what is moving comes to rest first (twice, for what a window starts after it opens).
  for (let round = 0; round < 2; round++) {
    await page.evaluate(() => Promise.all(document.getAnimations().filter((a) => a.effect?.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => {}))))
    await page.waitForTimeout(400)
  }
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations
    .map(
      ({ id, nodes }) =>
        `${where}: ${id} ${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    )
}

async function sideways(page, where) {
  const over_px = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over_px > 0 ? [`${where}: ${over_px} px wider than the screen`] : []
}

// Each size in each view, light and dark shared out among them, once in English.
const k_modes = [
  { name: 'desktop', size: k_desktop },
  { name: 'phone, dark', size: k_phone, dark: true },
  { name: 'desktop, large view, dark', size: k_desktop, elder: true, dark: true },
  { name: 'phone of 360 px, large view, English', size: { width: 360, height: 740 }, elder: true, language: 'en' },
]

test('every route of the router is walked, and no other', () => {
  assert.deepEqual([...Object.keys(k_open), ...Object.keys(k_administration), ...Object.keys(k_console)].sort(), patterns().sort())
})

for (const mode of k_modes) {
  test(`no route has a finding or runs out of the screen: ${mode.name}`, async () => {
    const visit = await visitor(browser, mode)
    const found = []
    const walk = async (routes) => {
      for (const address of Object.values(routes)) {
        const route = await addressOf(visit.page, address)
        try {
          await visit.open(route)
          assert.ok(route.startsWith('/sign-in') || !visit.page.url().includes('/sign-in'), 'the page asks to sign in')
          found.push(...(await findings(visit.page, route)), ...(await sideways(visit.page, route)))
        } catch (error) {
          found.push(`${route}: ${error.message}`) // the other routes are still walked
        }
      }
    }
    try {
      await visit.open('/public')
      await walk(k_open)
      await signIn(visit, 'official')
      await walk(k_console)
      await visit.context.clearCookies()
      await signIn(visit, 'administrator')
      await walk(k_administration)
      assert.deepEqual(found, [])
      assert.deepEqual(visit.wrong, [])
    } finally {
      await visit.close()
    }
  })
}

test('windows and states that open on a page have no serious finding either', async () => {
  const visit = await visitor(browser, {})
  const { page } = visit
  try {
    await signIn(visit, 'administrator')
    const found = []
    await visit.open('/accounts')
    await page.getByRole('button', { name: /^修改/ }).first().click()
    await page.getByRole('dialog').waitFor()
    found.push(...(await findings(page, 'changing an account')))
    await visit.open(`/plans/${plan}/readings/report`)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    found.push(...(await findings(page, 'a form refused')))
    await visit.open(`/plans/${plan}/tasks?search=${encodeURIComponent('无此任务')}`)
    found.push(...(await findings(page, 'a list with no match')))
    await visit.open(`/plans/${plan}/indicators/${indicator}`)
    await page.getByText('表格', { exact: true }).first().click()
    found.push(...(await findings(page, 'a chart as a table')))
    assert.deepEqual(found, [])
  } finally {
    await visit.close()
  }
})

test('on a phone the menu opens, leads on and closes', async () => {
  const visit = await visitor(browser, { size: k_phone })
  const { page } = visit
  try {
    await signIn(visit, 'administrator')
    const button = page.getByRole('button', { name: '菜单' })
    await button.click()
    assert.equal(await button.getAttribute('aria-expanded'), 'true')
    assert.deepEqual(await findings(page, 'menu'), [])
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '区划' }).click()
    await page.waitForURL(/\/regions/)
    await settled(page)
    assert.equal(await button.getAttribute('aria-expanded'), 'false')
  } finally {
    await visit.close()
  }
})
