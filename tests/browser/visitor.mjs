// A visitor in a real browser: opens pages, signs in, and keeps account of everything that must not happen
// (a request to another server, an error in the console).
import { createRequire } from 'node:module'
import { after } from 'node:test'

const fromWeb = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = fromWeb('playwright-core')
export const { AxeBuilder } = fromWeb('@axe-core/playwright')

const k_patience_ms = 120_000 // a busy machine may take long; a page that never settles is still found out

function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`set ${name}: see the top of tests/browser/visitor.mjs`)
  return value
}

/**
 * What the run needs, from the environment:
 * BASE_URL               where a server with the demo plans answers, such as http://127.0.0.1:8080
 * LAOYOU_DEMO_PASSWORD   the password of the demo accounts (`laoyou demo` prints it)
 * LAOYOU_ADMINISTRATOR, LAOYOU_OFFICIAL, LAOYOU_VIEWER   their names; the official's region is the plan's city
 * LAOYOU_PLAN, LAOYOU_INDICATOR   the plan walked through and one indicator of it
 * CHROMIUM               the browser (/usr/bin/chromium)
 */
export const base = () => required('BASE_URL').replace(/\/$/, '')
export const plan = process.env.LAOYOU_PLAN ?? 'karamay'
export const indicator = process.env.LAOYOU_INDICATOR ?? 'nursing_bed_share'
const k_names = {
  administrator: process.env.LAOYOU_ADMINISTRATOR ?? 'admin',
  official: process.env.LAOYOU_OFFICIAL ?? 'karamay',
  viewer: process.env.LAOYOU_VIEWER ?? 'baijiantan',
}
export const account = (role) => ({
  name: k_names[role],
  password: required('LAOYOU_DEMO_PASSWORD'),
})

export const k_desktop = { width: 1440, height: 900 }
export const k_phone = { width: 390, height: 844 }

const opened = new Set()
/** A browser of its own. A test closes it; where one has failed before that, it is closed at the end, or the file would never end. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-dev-shm-usage'],
  })
  opened.add(browser)
  return browser
}
after(() => Promise.all([...opened].map((browser) => browser.close())))

/** A fresh browser profile. `wrong` collects what a good page never does. */
export async function visitor(browser, { size = k_desktop, elder = false, language = 'zh', dark = false } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: size.width < 600,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(k_patience_ms)
  if (elder || language !== 'zh') {
    await context.addInitScript((settings) => localStorage.setItem('laoyou.settings', JSON.stringify(settings)), { elder, language })
  }
  const page = await context.newPage()
  const wrong = []
  const home = new URL(base()).host
  page.on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol.startsWith('http') && address.host !== home) wrong.push(`asked another server: ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(`script error on ${page.url()}: ${error.message}`))
  page.on('console', (line) => {
    // The browser itself notes every 4xx answer and every call without a network; refusals and cuts are part of these journeys.
    if (line.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(line.text())) wrong.push(`console on ${page.url()}: ${line.text()}`)
  })
  return {
    page,
    wrong,
    context,
    open: async (path) => {
      await page.goto(base() + path)
      await settled(page)
    },
    close: async () => {
      await signOut(context)
      await context.close()
    },
  }
}

/** Ends the visitor's session, if there is one: an account has so many open at once, and the least used ends when one more signs in. */
async function signOut(context) {
  const me = await context.request.get(`${base()}/api/accounts/me`)
  if (!me.ok()) return
  const { csrf_token } = await me.json()
  await context.request.post(`${base()}/api/accounts/sign-out`, { headers: { 'X-CSRF-Token': csrf_token } })
}

/** Waits until the page has its headline and nothing of it is still being read. */
export async function settled(page) {
  await page.locator('h1').first().waitFor()
  // Several parts of a page may wait at once.
  const give_up_at = Date.now() + k_patience_ms
  while ((await page.locator('.waiting').count()) > 0) {
    if (Date.now() > give_up_at) throw new Error(`still being read: ${page.url()}`)
    await page.waitForTimeout(50)
  }
  await page.waitForLoadState('load')
}

/** Signs in through the form, as a person does. */
export async function signIn(visit, role) {
  const { name, password } = account(role)
  await enter(visit, name, password)
}

/** Signs in by an account's own name, from the page itself. */
export async function enter(visit, name, password = process.env.LAOYOU_DEMO_PASSWORD) {
  await visit.open('/sign-in')
  await visit.page.getByLabel(/^(账号|Account)$/).fill(name)
  await visit.page.getByLabel(/^(密码|Password)$/).fill(password)
  await visit.page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  await visit.page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await settled(visit.page)
}
