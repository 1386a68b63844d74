// Fills the register of people through its own import and asks it as a screen would; prints one line for each question.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, run, serve, visitor } from '../served.mjs'

const k_limit_ms = 30
const k_rows_a_sheet = 100_000
const [rows, database] = [Number(process.argv[2]), process.argv[3]]
const password = 'laoyou-demo-2026'
const directory = mkdtempSync(join(tmpdir(), 'laoyou-collections-'))
const store = database ? ['--database', database, '--key', join(directory, 'laoyou.key')] : ['--data', directory]

/** The same people at every run: a linear congruential sequence picks from short lists. */
let state = 1n
const pick = (list) => {
  state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
  return list[Number((state >> 33n) % BigInt(list.length))]
}
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const letters = [...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力']
const days = Array.from({ length: 20_000 }, (_, day) => new Date(Date.UTC(1925, 0, 1 + day)).toISOString().slice(0, 10))
const person = (places) => `${pick(places)},${pick(surnames)}${pick(letters)}${pick(letters)},${pick(days)},${pick(['男', '女'])},${pick(['是', '否', ''])}\n`
const sheet = (places, count) => '地区,姓名,出生日期,性别,独居\n' + Array.from({ length: count }, () => person(places)).join('')

/** One village of each district. */
async function villages_of(official, city) {
  const first = async (region) => (await official.json('GET', `/api/regions/${region}/children`)).rows[0].code
  const districts = (await official.json('GET', `/api/regions/${city}/children`)).rows
  return Promise.all(districts.map(async (district) => first(await first(district.code))))
}

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
const server = await serve(store, join(directory, 'log'))
try {
  const official = await visitor(server.base, 'karamay', password)
  const places = await villages_of(official, '650200000000')
  const begun = performance.now()
  for (let left = rows; left > 0; left -= k_rows_a_sheet) {
    const sheet_text = sheet(places, Math.min(left, k_rows_a_sheet))
    const { bytes } = await official.send('POST', '/api/residents/import?format=csv', 'text/csv', sheet_text)
    if (!JSON.parse(bytes).stored) throw new Error(bytes.toString().slice(0, 400))
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(JSON.stringify({ rows, database: database ? 'postgresql' : 'sqlite', import_seconds: +seconds.toFixed(1), rows_a_second: Math.round(rows / seconds) }))
  for (const [name, target] of Object.entries(questions)) {
    const times = []
    for (let i = 0; i < 30; ++i) times.push((await official.ask('GET', target)).ms)
    console.log(JSON.stringify({ question: name, p50_ms: at(times, 0.5), p95_ms: at(times, 0.95), of_limit: +(at(times, 0.95) / k_limit_ms).toFixed(2) }))
  }
} finally {
  await server.end()
  rmSync(directory, { recursive: true, force: true })
}
