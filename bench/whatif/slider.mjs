// The what-if screen over a city in a real browser: from a slider's move to the frame that shows what it costs and whom it reaches. Prints milliseconds.
//   node bench/whatif/slider.mjs build/laoyou DIR [MOVES [PLANS]]      DIR with a city of `laoyou synth --plan plans/karamay`; the pages are those of the program
// Once with a rest between moves, as a hand does that looks at each, and once dragged, a move each 50 ms: what counts there is how old the shown answer is.
import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'

const fromWeb = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = fromWeb('playwright-core')

const [program, data, moves = '40', plans = 'plans'] = process.argv.slice(2)
const k_page = '/plans/karamay/what-if?total=high_age_allowance_total&period=2026-06'
const k_drag_ms = 50, k_rest_ms = 1_500
const name = `bench${Date.now()}`, password = 'laoyou-bench-2026-Aa'

const started = () =>
  new Promise((resolve, reject) => {
    const server = spawn(program, ['serve', '--data', data, '--plan', plans, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
    server.on('exit', () => reject(new Error('the program does not start')))
    server.stdout.on('data', (text) => {
      const address = /http:\/\/[0-9.:]+/.exec(String(text))
      if (address) resolve({ server, base: address[0] })
    })
  })

/** In the page: moves the first slider by one step, there and back over ten steps of its range where each step changes something, and waits for the frame with another sum. */
const moveOnce = (count) =>
  new Promise((resolve) => {
    const slider = document.querySelector('input[type=range]')
    const sum = () => document.querySelector('.whole .strong')?.textContent
    const before = sum(), step = Number(slider.step) || 1
    const up = count % 20 < 10
    const begun = performance.now()
    slider.value = String(Number(slider.value) + (up ? step : -step))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    const look = () => {
      if (sum() === before) return requestAnimationFrame(look)
      // The frame in which it was drawn is on the screen when the next one begins.
      requestAnimationFrame(() => resolve(performance.now() - begun))
    }
    requestAnimationFrame(look)
  })

/** In the page: drags the slider and notes at each redrawn sum how long ago the move was made that it answers. */
const drag = ({ moves, every_ms }) =>
  new Promise((resolve) => {
    const slider = document.querySelector('input[type=range]')
    const sum = () => document.querySelector('.whole .strong')?.textContent
    const ages = []
    let shown = sum(), moved = 0, oldest = 0
    const step = Number(slider.step) || 1, first = Number(slider.value)
    const timer = setInterval(() => {
      if (moved++ === moves) return clearInterval(timer), setTimeout(() => resolve(ages), 1_000)
      oldest ||= performance.now()
      slider.value = String(first + step * (1 + (moved % 10)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    }, every_ms)
    const look = () => {
      if (sum() !== shown) {
        shown = sum()
        const since = oldest
        oldest = 0
        if (since) requestAnimationFrame(() => ages.push(performance.now() - since))
      }
      requestAnimationFrame(look)
    }
    look()
  })

function say(what, times, more = {}) {
  times.sort((a, b) => a - b)
  const at = (share) => +times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0)
  console.log(JSON.stringify({ what, redrawn: times.length, p50_ms: at(0.5), p90_ms: at(0.9), most_ms: at(1), ...more }))
}

spawnSync(program, ['account', 'create', '--name', name, '--data', data, '--plan', plans, '--role', 'administrator', '--region', '000000000000', '--display-name', 'Bench'], {
  input: `${password}\n${password}\n`,
  stdio: ['pipe', 'ignore', 'inherit'],
})
const { server, base } = await started()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--headless', '--disable-dev-shm-usage'] })
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  context.setDefaultTimeout(120_000)
  const signed = await context.request.post(`${base}/api/accounts/sign-in`, { data: { name, password } })
  if (!signed.ok()) throw new Error(await signed.text())
  const page = await context.newPage()
  await page.goto(base + k_page)
  await page.locator('.whole .strong').waitFor()
  await page.evaluate(moveOnce, 0)
  const load = loadavg()[0].toFixed(2), rested = []
  for (let i = 1; i <= Number(moves); ++i) {
    await page.waitForTimeout(k_rest_ms)
    rested.push(await page.evaluate(moveOnce, i))
  }
  say('a move after a rest', rested, { load })
  say('dragged, a move each 50 ms', await page.evaluate(drag, { moves: 100, every_ms: k_drag_ms }), { load: loadavg()[0].toFixed(2) })
} finally {
  await browser.close()
  server.kill('SIGTERM')
}
