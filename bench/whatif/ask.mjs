// Starts the server over a city and asks it as the what-if screen does.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [program, data, plans = 'plans'] = process.argv.slice(2)
const port = 8200 + Math.floor(Math.random() * 700)
const base = `http://127.0.0.1:${port}`
const name = `bench${Date.now()}`, password = 'laoyou-bench-2026-Aa'
spawnSync(program, ['account', 'create', '--name', name, '--data', data, '--plan', plans, '--role', 'administrator', '--region', '000000000000', '--display-name', 'Bench'], {
  input: `${password}\n${password}\n`,
  stdio: ['pipe', 'inherit', 'inherit'],
})
const begun = performance.now()
const server = spawn(program, ['serve', '--data', data, '--plan', plans, '--port', String(port)], { stdio: ['ignore', 'ignore', 'inherit'] })
const wait = (ms) => new Promise((done) => setTimeout(done, ms))
for (;;) {
  const answer = await fetch(`${base}/health`).catch(() => undefined)
  if (answer?.ok) break
  if (server.exitCode !== null) process.exit(1)
  await wait(50)
}
console.log(`ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024
console.log(`memory ${memory().toFixed(0)} MiB`)

let cookie = '', csrf = ''
async function call(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', Cookie: cookie, 'X-CSRF-Token': csrf },
    body: body && JSON.stringify(body),
  })
  const set = answer.headers.getSetCookie?.() ?? []
  if (set.length) cookie = set.map((one) => one.split(';')[0]).join('; ')
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
  return JSON.parse(text)
}
const me = await call('POST', '/api/accounts/sign-in', { name, password })
csrf = me.csrf_token ?? ''
const asked = (amount) => ({
  period: '2026-06',
  totals: ['high_age_allowance_total'],
  variants: [{ name: '', parameters: [{ key: 'high_age_allowance_amount', rows: [{ key: '80..89', value: `${amount}元` }, { key: '90..99', value: '100元' }, { key: '100..', value: '300元' }] }], rules: [] }],
})
async function timed(what, times, ask) {
  const all = []
  for (let i = 0; i < times; ++i) {
    const from = performance.now()
    await ask(i)
    all.push(performance.now() - from)
  }
  all.sort((a, b) => a - b)
  console.log(`${what}: median ${all[times >> 1].toFixed(1)} ms, 9 of 10 within ${all[Math.floor(times * 0.9)].toFixed(1)} ms, at most ${all.at(-1).toFixed(1)} ms`)
}
try {
  const first = await call('POST', '/api/plans/karamay/what-if', asked(51))
  console.log(`reached ${first.variants[0].totals[0].whole.reach_after}, more for ${first.variants[0].totals[0].whole.gain}`)
  await timed('one variant by county', 60, (i) => call('POST', '/api/plans/karamay/what-if', asked(50 + (i % 50))))
  await timed('entitled by policy', 5, () => call('GET', '/api/plans/karamay/entitled'))
  const { rows } = await call('GET', '/api/residents?rows=1&region=650203000000')
  let row = rows[0]
  await timed('change of a person in the next answer', 20, async (i) => {
    const born = i % 2 ? '1940-05-01' : '2001-05-01'
    const before = (await call('POST', '/api/plans/karamay/what-if', asked(50))).journal_sequence
    const changed = await call('PUT', `/api/residents/${row.id}`, { ...row, born, id_number: undefined })
    row = changed.row
    for (;;) if ((await call('POST', '/api/plans/karamay/what-if', asked(50))).journal_sequence > before) break
  }).catch((error) => console.log(`change: ${error.message}`))
  console.log(`memory ${memory().toFixed(0)} MiB`)
} finally {
  server.kill()
}
