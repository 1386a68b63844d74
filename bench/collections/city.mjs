// The registers of a whole made-up city through the door: lists and searches as an official of the city and a clerk of a street ask them, each with other
// people every time. Prints one line for each question, against 50 ms.
//   bench/collections/run.sh city [people] [database]     Liuzhou with 4,160,000 people on SQLite unless told; postgresql://… for the other
//   DATA=DIR (the folder of the data, or of the database's key) takes the city of an earlier run with KEEP=DIR
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, resident_mib, run, serve, visitor } from '../served.mjs'

const k_limit_ms = 50
const k_asked = 60
const k_region = '450200000000'
const [people, database] = [Number(process.argv[2] ?? 4_160_000), process.argv[3]]
const directory = process.env.DATA ?? process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'laoyou-city-'))
const store = database ? ['--database', database, '--key', join(directory, 'laoyou.key')] : ['--data', directory]
const password = 'laoyou-bench-2026'

async function make_city() {
  const begun = performance.now()
  await run(['synth', '--plan', 'plans/liuzhou', '--people', String(people), '--seed', '1', ...store])
  const seconds = (performance.now() - begun) / 1000
  await run(['account', 'create', '--name', 'city', '--display-name', 'city', '--role', 'official', '--region', k_region, ...store, '--plan', 'plans'], password + '\n')
  console.log(JSON.stringify({ people, database: database ? 'postgresql' : 'sqlite', made_seconds: +seconds.toFixed(1) }))
}

/** People from all over the register, with what is masked in lists: an official may see it in full, for a purpose. */
async function pick_people(city) {
  const revealed = async (register, row, field) =>
    String(row[field] ?? '').includes('*') ? (await city.json('POST', `/api/${register}/${row.id}/reveal`, { field, purpose: '测量' })).value : row[field]
  const counties = (await city.json('GET', `/api/regions/${k_region}/children`)).rows
  const streets = (await Promise.all(counties.map((county) => city.json('GET', `/api/regions/${county.code}/children`)))).flatMap((each) => each.rows)
  const step = Math.max(1, Math.floor(streets.length / k_asked))
  const picked = []
  for (const street of streets.filter((_, place) => place % step === 0).slice(0, k_asked)) {
    for (const row of (await city.json('GET', `/api/residents?rows=5&region=${street.code}`)).rows) {
      if (!row.id_number || !row.phone || !row.household) continue
      const person = { street: street.code }
      for (const field of ['name', 'id_number', 'phone', 'born']) person[field] = await revealed('residents', row, field)
      person.address = await revealed('households', (await city.json('GET', `/api/households/${row.household}`)).row, 'address')
      picked.push(person)
      break
    }
  }
  return picked
}

const text = encodeURIComponent
const questions = {
  'first page of the city': () => '/api/residents?rows=50',
  'a street': (person) => `/api/residents?rows=50&region=${person.street}`,
  'a street by name, those who live alone': (person) => `/api/residents?rows=50&region=${person.street}&hardship_lives_alone=true&sort=name`,
  'whole name': (person) => `/api/residents?rows=50&search=${text(person.name)}`,
  'family name and one more': (person) => `/api/residents?rows=50&search=${text([...person.name].slice(0, 2).join(''))}`,
  'name in a street': (person) => `/api/residents?rows=50&search=${text([...person.name].slice(0, 2).join(''))}&region=${person.street}`,
  'pinyin': (_, turn) => `/api/residents?rows=50&search=${['wangxiu', 'liwei', 'zhangming', 'chenhua', 'huangyu', 'weiying'][turn % 6]}`,
  'identity number': (person) => `/api/residents?rows=50&id_number=${person.id_number}`,
  'last four of the phone': (person) => `/api/residents?rows=50&phone_tail=${person.phone.slice(-4)}`,
  'last four of the identity number': (person) => `/api/residents?rows=50&id_number_tail=${person.id_number.slice(-4)}`,
  'address': (person) => `/api/households?rows=50&search=${text(person.address)}`,
  'born between two days': (person) => `/api/residents?rows=50&born_from=${person.born}&born_to=${person.born}`,
}

if (!process.env.DATA) await make_city()
const server = await serve(store, join(directory, 'bench.log'))
try {
  const city = await visitor(server.base, 'city', password)
  const picked = await pick_people(city)
  console.log(JSON.stringify({ asked_about: picked.length }))
  for (const [name, question] of Object.entries(questions)) {
    const [times, found] = [[], []]
    for (let turn = 0; turn < k_asked; turn++) {
      const answer = await city.ask('GET', question(picked[turn % picked.length], turn))
      times.push(answer.ms)
      found.push(JSON.parse(answer.bytes).rows.length)
    }
    const p95_ms = at(times, 0.95)
    console.log(JSON.stringify({ question: name, p50_ms: at(times, 0.5), p95_ms, worst_ms: at(times, 1), of_limit: +(p95_ms / k_limit_ms).toFixed(2), rows: at(found, 0.5) }))
  }
  console.log(JSON.stringify({ server_mib: resident_mib(server.pid) }))
} finally {
  await server.end()
  if (!process.env.DATA && !process.env.KEEP) rmSync(directory, { recursive: true, force: true })
}
