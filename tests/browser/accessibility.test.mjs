import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder, indicator, k_desktop, k_phone, openBrowser, plan, settled, signIn, visitor } from './visitor.mjs'

const k_open_routes = ['/sign-in', '/public', `/public/${plan}`, `/public/${plan}?need=elder`, '/no/such/page']
const k_signed_in_routes = [
  '/plans',
  `/plans/${plan}`,
  `/plans/${plan}/indicators`,
  `/plans/${plan}/indicators/${indicator}`,
  `/plans/${plan}/tasks?task=2`,
  `/plans/${plan}/projects`,
  `/plans/${plan}/policies`,
  `/plans/${plan}/standards`,
  `/plans/${plan}/clauses`,
  `/plans/${plan}/matrix`,
  `/plans/${plan}/arrangement`,
  `/plans/${plan}/period-form`,
  `/plans/${plan}/readings`,
  `/plans/${plan}/readings/report`,
  `/plans/${plan}/readings/import`,
  '/regions',
  '/accounts',
  '/accounts/new',
  '/accounts/tokens',
  '/me',
  '/journal',
]

let browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
})

/** Serious and critical findings as one line each. */
async function findings(page, where) {
  // Half-faded text has no contrast to judge: what is moving comes to rest first (twice, for what a window starts after it opens).
  for (let round = 0; round < 2; round++) {
    await page.evaluate(() => Promise.all(document.getAnimations().filter((a) => a.effect?.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => {}))))
    await page.waitForTimeout(400)
  }
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
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

for (const mode of k_modes) {
  test(`no route has a serious finding or runs out of the screen: ${mode.name}`, async () => {
    const visit = await visitor(browser, mode)
    const found = []
    try {
      for (const route of k_open_routes) {
        await visit.open(route)
        found.push(...(await findings(visit.page, route)), ...(await sideways(visit.page, route)))
      }
      await signIn(visit, 'administrator')
      for (const route of k_signed_in_routes) {
        await visit.open(route)
        found.push(...(await findings(visit.page, route)), ...(await sideways(visit.page, route)))
      }
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
