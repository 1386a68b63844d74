// Reports every month of sixty indicators for a prefecture and its thirteen counties by sheets, then asks the pages of the plan, each once right
// after a value has changed (nothing kept can be shown) and once more (what is kept is shown). Prints one line for each page.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, run, serve, visitor } from '../served.mjs'

const k_limit_ms = 30
const k_indicators = 60
const k_asked = 30
const [years, database] = [Number(process.argv[2]), process.argv[3]]
const k_last_year = new Date().getFullYear() - 1
const k_plan = 'ten_years'
const k_prefecture = '532500000000'
const password = 'laoyou-demo-2026'
const directory = mkdtempSync(join(tmpdir(), 'laoyou-years-'))
const plans = join(directory, 'plans')
const store = database ? ['--database', database, '--key', join(directory, 'laoyou.key')] : ['--data', directory]

const indicator = (number) => `value_${number}`
function write_plan() {
  cpSync('plans', plans, { recursive: true })
  const folder = join(plans, k_plan)
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'plan.yaml'),
    `plan: ${k_plan}\ntitle: "十年填报"\ndocument: "测量用"\nissuer: "测量用"\nissued: ${k_last_year - years}-01-01\nregion: "${k_prefecture}"\n` +
      `runs: ${k_last_year - years + 1}-01-01..${k_last_year}-12-31\n`,
  )
  const one = (number) => `${indicator(number)}:\n  name: "指标${number}"\n  definition: "测量用"\n  unit: "人"\n  group: elderly\n  target: {${k_last_year}: ">= 5000"}\n  down_to: county\n  source: "一"\n`
  writeFileSync(join(folder, 'clauses.csv'), 'number,title,summary\n一,测量,测量用\n')
  writeFileSync(join(folder, 'indicators.yaml'), Array.from({ length: k_indicators }, (_, number) => one(number)).join('\n'))
}

/** Milliseconds of processor that a process has used, in steps of ten: unlike a clock it does not count what else the machine does. */
function processor_ms(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

write_plan()
await run(['demo', ...store, '--plan', 'plans'])
const server = await serve(store, join(directory, 'log'), plans)
try {
  const prefecture = await visitor(server.base, 'honghe', password)
  const ask = async (path) => String((await prefecture.ask('GET', path)).bytes)
  const children = JSON.parse(await ask(`/api/regions/${k_prefecture}/children`))
  const places = [k_prefecture, ...children.rows.map((each) => each.code)]
  const begun = performance.now()
  let rows = 0
  for (let year = k_last_year - years + 1; year <= k_last_year; ++year) {
    const lines = ['指标,区划代码,周期,数值,数据来源']
    for (let number = 0; number < k_indicators; ++number)
      for (const place of places)
        for (let month = 1; month <= 12; ++month) {
          const value = 4000 + number * 10 + (year - k_last_year + years) * 90 + month * 7
          lines.push(`${indicator(number)},${place},${year}-${String(month).padStart(2, '0')},${value},测量用`)
        }
    rows += lines.length - 1
    for (let from = 1; from < lines.length; from += 5000) {
      const body = [lines[0], ...lines.slice(from, from + 5000)].join('\n') + '\n'
      const { bytes } = await prefecture.send('POST', `/api/readings/import?plan=${k_plan}&format=csv&confirmed=true`, 'text/csv', body)
      const answer = JSON.parse(bytes)
      if (answer.stored === false) throw new Error(JSON.stringify(answer).slice(0, 600))
    }
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(JSON.stringify({ rows, places: places.length, database: database ? 'postgresql' : 'sqlite', import_seconds: +seconds.toFixed(1), rows_a_second: Math.round(rows / seconds) }))
  const pages = {
    summary: `/api/plans/${k_plan}/summary?region=${k_prefecture}`,
    'indicators of the prefecture': `/api/plans/${k_plan}/indicators?region=${k_prefecture}`,
    'indicators of a county': `/api/plans/${k_plan}/indicators?region=${places[3]}`,
    'one indicator': `/api/plans/${k_plan}/indicators/${indicator(7)}?region=${k_prefecture}`,
    matrix: `/api/plans/${k_plan}/matrix?region=${k_prefecture}`,
    'form of a month': `/api/plans/${k_plan}/period-form?region=${k_prefecture}&period=${k_last_year}-12`,
    'who has reported': `/api/plans/${k_plan}/reports?region=${k_prefecture}&period=${k_last_year}-12`,
    'a day five years ago': `/api/plans/${k_plan}/indicators?region=${k_prefecture}&as_of=${k_last_year - 4}-12-31`,
    'reported values': `/api/readings?plan=${k_plan}&region=${k_prefecture}`,
  }
  const value = JSON.parse(await ask(`/api/readings?plan=${k_plan}&region=${k_prefecture}&indicator=${indicator(1)}`)).rows[0]
  let turn = 0
  const change = () =>
    prefecture.ask('PUT', `/api/readings/${value.id}`, { value: 4700 + (turn++ % 50), source: '测量用', confirmed: true })
  for (const [name, path] of Object.entries(pages)) {
    const [fresh, kept] = [[], []]
    let bytes = 0
    const used = [0, 0]
    for (let i = 0; i < k_asked; ++i) {
      await change()
      for (const [which, times] of [fresh, kept].entries()) {
        const used_before = processor_ms(server.pid)
        const answer = await prefecture.ask('GET', path)
        bytes = answer.bytes.length
        times.push(answer.ms)
        used[which] += processor_ms(server.pid) - used_before
      }
    }
    const p95_ms = at(fresh, 0.95)
    console.log(
      JSON.stringify({ page: name, p50_ms: at(fresh, 0.5), p95_ms, of_limit: +(p95_ms / k_limit_ms).toFixed(2), again_p95_ms: at(kept, 0.95), server_ms: +(used[0] / k_asked).toFixed(1), again_server_ms: +(used[1] / k_asked).toFixed(1), bytes }),
    )
  }
} finally {
  await server.end()
  rmSync(directory, { recursive: true, force: true })
}
