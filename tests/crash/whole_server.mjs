// The real program under everything at once (records, a sheet as a job, files, corrections that tell somebody), killed with kill -9 and started
// again. What was answered must be there, once; a job has done all or nothing; a file is whole or not there; nobody is told twice.
//
//   node tests/crash/whole_server.mjs [KILLS] [DATABASE]     DATABASE: postgresql://…; without it SQLite in a folder of its own
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const kills = Number(process.argv[2] ?? 20)
const database = process.argv[3] ? ['--database', process.argv[3]] : []
const program = process.env.LAOYOU_PROGRAM ?? 'build/laoyou'
const plans = process.env.LAOYOU_PLANS ?? 'plans'
const password = 'laoyou-demo-2026'
const data = mkdtempSync(join(tmpdir(), 'laoyou-crash-'))
const sleep = (ms) => new Promise((done) => setTimeout(done, ms))
const k_region = '650203001001'

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

function command(...words) {
  const ran = spawnSync(program, words, { encoding: 'utf8' })
  assert.equal(ran.status, 0, `${words.join(' ')}\n${ran.stdout}\n${ran.stderr}`)
  return ran.stdout
}

const port = await freePort()
const at = (path) => `http://127.0.0.1:${port}${path}`
let server
process.on('exit', () => server?.kill('SIGKILL'))
async function start() {
  server = spawn(program, ['serve', '--data', data, ...database, '--plan', plans, '--port', String(port), '--log', join(data, 'laoyou.log')], { stdio: 'ignore' })
  for (const begun = Date.now(); ; await sleep(20)) {
    const answer = await fetch(at('/health')).catch(() => undefined)
    if (answer?.ok) return
    assert.ok(server.exitCode === null, 'the program does not start again')
    assert.ok(Date.now() - begun < 60_000, 'the program does not answer')
  }
}
async function kill() {
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGKILL')
  await gone
}

/** A signed-in account; its session outlives the server. */
async function visitor(name) {
  const answer = await fetch(at('/api/accounts/sign-in'), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password }) })
  assert.equal(answer.status, 200, await answer.clone().text())
  const headers = { Cookie: answer.headers.get('set-cookie').split(';')[0], 'X-CSRF-Token': (await answer.json()).csrf_token }
  const ask = (method, path, body, more = {}) =>
    fetch(at(path), { method, headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...more }, body: body === undefined ? undefined : body instanceof Uint8Array ? body : JSON.stringify(body) })
  return { ask, get: async (path) => (await ask('GET', path)).json() }
}

command('demo', '--data', data, ...database, '--plan', plans)
await start()
const official = await visitor('karamay')
const administrator = await visitor('admin')

const made = new Map() // key of the sending -> {name, id?}: with an id it was answered
const files = new Map() // id -> hash
const sheets = [] // {prefix, rows, job?}
const corrections = { reading: undefined, version: undefined, value: 1000, told: 0 }

const first = await official.ask('POST', '/api/institutions', { region: k_region, name: `断电${randomBytes(4).toString('hex')}`, kind: 'elderly_home' })
assert.equal(first.status, 201, await first.clone().text())
const album = (await first.json()).row.id
const k_rows = 200

async function makeRecord(key = randomBytes(9).toString('hex'), name = made.get(key)?.name ?? `人${randomBytes(6).toString('hex')}`) {
  made.set(key, { name })
  const answer = await official.ask('POST', '/api/institutions', { region: k_region, name, kind: 'nursery' }, { 'Idempotency-Key': key })
  if (answer.status === 201) made.set(key, { name, id: (await answer.json()).row.id })
  else if (answer.status === 409) made.set(key, { name, unsure: true }) // the server stopped between: it may be there, once at most
  else assert.ok(answer.status === 503, `${answer.status} ${await answer.text()}`)
}
/** One empty page, and so many signs that nobody else has. */
function paper(signs) {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>']
  let text = `%PDF-1.4\n%${randomBytes(signs / 2).toString('hex')}\n`
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  const rows = places.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
}
async function addFile() {
  const bytes = paper(40_000)
  const answer = await official.ask('POST', `/api/institutions/${album}/files?field=papers&name=${randomBytes(5).toString('hex')}.pdf`, bytes, { 'Content-Type': 'application/octet-stream' })
  if (answer.ok) files.set((await answer.json()).id, createHash('sha256').update(bytes).digest('hex'))
  else if (answer.status === 422) await takeOutSome(answer)
  else assert.ok(answer.status === 503, `${answer.status} ${await answer.text()}`)
}
/** The place for papers is full: half of them go, and are not looked for any more. Those whose answer a kill cut off stand there too. */
async function takeOutSome(answer) {
  assert.match(await answer.text(), /files\.too_many/)
  const listed = (await official.get(`/api/institutions/${album}/files`)).files
  for (const { id } of listed.filter((_, i) => i % 2)) {
    files.delete(id)
    await official.ask('POST', `/api/institutions/${album}/files/${id}/remove`, {})
  }
}
async function importSheet() {
  const prefix = `表${randomBytes(5).toString('hex')}`
  const sheet = { prefix }
  sheets.push(sheet)
  const rows = Array.from({ length: k_rows }, (_, i) => `${k_region},${prefix}-${i},养老机构`)
  const body = Buffer.from(`地区,名称,性质\n${rows.join('\n')}\n`)
  const answer = await official.ask('POST', '/api/institutions/import_job?format=csv', body, { 'Content-Type': 'text/csv' })
  if (answer.status < 300) sheet.job = (await answer.json()).id
  else if (answer.status === 422) await sleep(50) // twenty of them wait already
  else assert.ok(answer.status === 503, `${answer.status} ${await answer.text()}`)
}
async function correct() {
  if (!corrections.reading) return sleep(50)
  const value = corrections.value + 1
  // Whoever reported the value is told that another corrected it; so the two take turns.
  const who = corrections.by_official ? administrator : official
  const answer = await who.ask('PUT', `/api/readings/${corrections.reading.id}`, { value, source: 'survey', confirmed: true })
  if (answer.ok) {
    corrections.reading = await answer.json()
    corrections.value += 1
    corrections.told += 1
    corrections.by_official = who === official
  }
}

/** Until the server is gone. */
async function again(work, pause_ms = 0) {
  for (let alive = true; alive; ) {
    try {
      await work()
      if (pause_ms) await sleep(pause_ms)
    } catch (thrown) {
      if (thrown.code === 'ERR_ASSERTION') throw thrown
      alive = false
    }
  }
}

async function checkSome() {
  const unanswered = [...made].filter(([, one]) => !one.id && !one.unsure)
  for (const [key] of unanswered) await makeRecord(key)
  const answered = [...made.values()].filter((one) => one.id)
  for (let i = 0; i < Math.min(5, answered.length); ++i) {
    const one = answered[randomInt(answered.length)]
    assert.equal((await official.get(`/api/institutions/${one.id}`)).row.name, one.name)
  }
  for (const id of [...files.keys()].slice(-3)) await checkFile(id)
}
async function checkFile(id) {
  const answer = await official.ask('GET', `/api/institutions/${album}/files/${id}`)
  assert.equal(answer.status, 200, `file ${id}`)
  assert.equal(createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex'), files.get(id), `file ${id}`)
}
const countOf = async (search) => (await official.get(`/api/institutions?search=${encodeURIComponent(search)}&count=true&rows=1`)).total

/** What an account was told of corrections. */
async function toldOf(visitor) {
  const titles = []
  for (let after = ''; after !== undefined; ) {
    const page = await visitor.get(`/api/inbox?rows=200${after && `&after=${encodeURIComponent(after)}`}`)
    titles.push(...page.rows.filter((row) => row.kind === 'notice.value_corrected').map((row) => row.title))
    after = page.after
  }
  return titles
}

async function checkAll() {
  for (const one of made.values()) {
    const count = await countOf(one.name)
    assert.ok(one.id ? count === 1 : count <= 1, `${one.name} stands ${count} times`)
  }
  for (const sheet of sheets) {
    for (let state = ''; sheet.job && !['done', 'failed', 'cancelled', 'interrupted'].includes(state); await sleep(100)) state = (await official.get(`/api/jobs/${sheet.job}`)).state
    const state = sheet.job ? (await official.get(`/api/jobs/${sheet.job}`)).state : 'not asked'
    const count = await countOf(sheet.prefix)
    assert.ok(state === 'done' ? count === k_rows : sheet.job ? count === 0 : [0, k_rows].includes(count), `the job is ${state}, ${count} of ${k_rows} rows are there`)
    sheet.state = state
  }
  for (const id of files.keys()) await checkFile(id)
  const listed = (await official.get(`/api/institutions/${album}/files`)).files
  for (const file of listed) assert.equal((await official.ask('GET', `/api/institutions/${album}/files/${file.id}`)).status, 200, 'a listed file is there')
  const told = [...(await toldOf(official)), ...(await toldOf(administrator))]
  assert.equal(new Set(told).size, told.length, 'nobody is told twice')
  assert.ok(told.length >= corrections.told, `${corrections.told} corrections were answered, ${told.length} told of`)
  return { told: told.length }
}

async function beginCorrections() {
  const reported = await administrator.ask('POST', '/api/readings', {
    plan: 'karamay', indicator: 'bed_total', region: '650203000000', period: '2025-H1', value: 1000, source: 'survey', confirmed: true,
  })
  if (reported.ok) corrections.reading = await reported.json()
  else console.log(`no corrections: ${reported.status} ${await reported.text()}`)
}

await beginCorrections()
const begun = Date.now()
for (let life = 1; life <= kills; ++life) {
  const works = [again(makeRecord), again(makeRecord), again(makeRecord), again(makeRecord), again(addFile), again(addFile), again(importSheet, 150), again(correct)]
  await sleep(randomInt(20, 600))
  await kill()
  await Promise.all(works)
  await start()
  await checkSome()
  if (life % 50 === 0) console.log(`${life} kills, ${made.size} records, ${files.size} files, ${sheets.length} sheets`)
}
const { told } = await checkAll()
const states = sheets.reduce((count, { state }) => ({ ...count, [state]: (count[state] ?? 0) + 1 }), {})
const gone = new Promise((done) => server.once('exit', done))
server.kill('SIGTERM')
await gone
command('journal', 'verify', '--data', data, ...database)
rmSync(data, { recursive: true })
console.log(
  `${kills} kills in ${Math.round((Date.now() - begun) / 1000)} s: ${[...made.values()].filter((one) => one.id).length} records answered and there once, ` +
    `${files.size} files whole, sheets ${JSON.stringify(states)}, ${told} notices told once; the journal verifies`,
)
