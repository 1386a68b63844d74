// Fills the register of people through its own import and asks it as a screen would; prints one line for each question.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const k_limit_ms = 30
const k_rows_a_sheet = 100_000
const [rows, database] = [Number(process.argv[2]), process.argv[3]]
const password = 'laoyou-demo-2026'
const directory = mkdtempSync(join(tmpdir(), 'laoyou-collections-'))
const store = database ? ['--database', database, '--key', join(directory, 'laoyou.key')] : ['--data', directory]

const run = (words) =>
  new Promise((resolve, reject) => spawn('build/laoyou', words, { stdio: 'ignore' }).on('exit', (code) => (code === 0 ? resolve() : reject(new Error(words.join(' '))))))

const started = () =>
  new Promise((resolve) => {
    const server = spawn('build/laoyou', ['serve', ...store, '--plan', 'plans', '--port', '0', '--log', join(directory, 'log')])
    server.stdout.on('data', (text) => {
      const address = /http:\/\/[0-9.:]+/.exec(String(text))
      if (address) resolve({ server, base: address[0] })
    })
  })

/** The same people at every run: a linear congruential sequence picks from short lists. */
let state = 1n
const pick = (list) => {
  state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
  return list[Number((state >> 33n) % BigInt(list.length))]
}
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const letters = [...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力']
const places = ['650202001001', '650203001001', '650203002001', '650204001001', '650205001001']
const days = Array.from({ length: 20_000 }, (_, day) => new Date(Date.UTC(1925, 0, 1 + day)).toISOString().slice(0, 10))
const person = () => `${pick(places)},${pick(surnames)}${pick(letters)}${pick(letters)},${pick(days)},${pick(['男', '女'])},${pick(['是', '否', ''])}\n`
const sheet = (count) => '地区,姓名,出生日期,性别,独居\n' + Array.from({ length: count }, person).join('')

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]

const questions = {
  'first page': '/api/residents?rows=50',
  'one street': '/api/residents?rows=50&region=650203001000',
  'filter: alone, women': '/api/residents?rows=50&hardship_lives_alone=true&sex=female',
  'born between two days': '/api/residents?rows=50&born_from=1940-01-01&born_to=1940-02-01',
  'search: two characters': '/api/residents?rows=50&search=' + encodeURIComponent('王秀'),
  'search: pinyin': '/api/residents?rows=50&search=wangxiu',
  'search: initials': '/api/residents?rows=50&search=wxl',
  'order by birth': '/api/residents?rows=50&sort=born',
}

await run(['demo', ...store, '--plan', 'plans'])
const { server, base } = await started()
try {
  const signed = await fetch(base + '/api/accounts/sign-in', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'karamay', password }) })
  const headers = { cookie: signed.headers.get('set-cookie').split(';')[0], 'X-CSRF-Token': (await signed.json()).csrf_token }
  const begun = performance.now()
  for (let left = rows; left > 0; left -= k_rows_a_sheet) {
    const body = sheet(Math.min(left, k_rows_a_sheet))
    const answer = await fetch(base + '/api/residents/import?format=csv', { method: 'POST', headers: { ...headers, 'Content-Type': 'text/csv' }, body })
    if (!(await answer.json()).stored) throw new Error('the sheet was not stored')
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(JSON.stringify({ rows, database: database ? 'postgresql' : 'sqlite', import_seconds: +seconds.toFixed(1), rows_a_second: Math.round(rows / seconds) }))
  for (const [name, target] of Object.entries(questions)) {
    const times = []
    for (let i = 0; i < 30; ++i) {
      const before = performance.now()
      const answer = await fetch(base + target, { headers })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
      times.push(performance.now() - before)
    }
    const p95 = percentile(times, 0.95)
    console.log(JSON.stringify({ question: name, p50_ms: +percentile(times, 0.5).toFixed(1), p95_ms: +p95.toFixed(1), of_limit: +(p95 / k_limit_ms).toFixed(2) }))
  }
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.on('exit', resolve))
  rmSync(directory, { recursive: true, force: true })
}
