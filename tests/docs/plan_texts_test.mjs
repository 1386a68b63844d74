// What the governments' texts say, held against the plan folders. tests/plans/texts/PLAN.csv has a row for each thing a text says: its clause, the thing in few words,
// where it stands in the plan and what stands there. A place is file/key, file/key/column or file/key/column/period; a value is exact, `~x` contains x, `—` is empty.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { exists, read, root } from './pages.mjs'

const unbuilt = exists('build/laoyou') ? false : 'build/laoyou is not built'
const k_texts = ['liuzhou', 'honghe', 'karamay', 'guizhou', 'shenyang']

/** A CSV as rows by column; a quoted cell may hold commas and doubled quotes. */
function table(path) {
  const [head, ...lines] = read(path).trimEnd().split('\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted ?? plain).replaceAll('""', '"')))
  return lines.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place]])))
}

const shown = new Map()
/** A plan with the layers it stands on, as the program prints it. */
function plan(key) {
  if (!shown.has(key)) shown.set(key, JSON.parse(spawnSync(join(root, 'build/laoyou'), ['plan', 'show', `plans/${key}`, '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout))
  return shown.get(key)
}
const own = (key, file) => plan(key)[file].filter(({ layer }) => layer === key)

/** What a row of a file is called: posts by body and post, projects by list and number. */
const name_of = { posts: (row) => `${row.body} ${row.post}`, projects: (row) => `${row.list} ${row.number}` }
const key_of = (file, row) => name_of[file]?.(row) ?? row.key ?? row.number ?? row.name

/** A cell as one writes it in a table. */
function written(file, column, cell) {
  if (cell === undefined || cell === null) return ''
  if (column === 'investment') return `${cell / 1_000_000}万元`
  return Array.isArray(cell) ? cell.join(';') : String(cell)
}

/** {row, text} at a place of a plan; text is missing where only the row is meant. Nothing where there is no such row or period. */
function at(key, path) {
  const [file, name, column, period] = path.split('/')
  if (file === 'plan') return { text: written(file, name, plan(key).plan[name]) }
  const row = own(key, file).find((each) => key_of(file, each) === name)
  if (!row || !column) return row && { row }
  if (!period) return { row, text: written(file, column, row[column]) }
  const dated = row[column].find((each) => each.period === period)
  return dated && { row, text: dated.text ?? String(dated.value) }
}

const agrees = (text, value) => (value === '—' ? text === '' : value.startsWith('~') ? text.includes(value.slice(1)) : text === value)

/** A row of a plan cites the clause itself or one around it: 附件1-二 for 附件1-二(三). What a text says of today it may say elsewhere than its goal. */
function cites(row, { clause, path }) {
  if (!row?.source || path.split('/')[2] === 'baseline' || clause === row.source) return true
  const [source] = row.source.split(' ')
  return clause.startsWith(source) && !/\d\d/.test(source.slice(-1) + clause.slice(source.length, source.length + 1))
}

for (const key of [...k_texts, 'national'])
  test(`${key}: the plan says what the text says, clause by clause`, { skip: unbuilt }, () => {
    const wrong = []
    for (const said of table(`tests/plans/texts/${key}.csv`)) {
      const found = at(key, said.path)
      const where = `${said.clause} ${said.says}: ${said.path}`
      if (!found) wrong.push(`${where} is not there`)
      else if (said.value !== '' && !agrees(found.text, said.value)) wrong.push(`${where} is ${found.text}, the text has ${said.value}`)
      else if (!cites(found.row, said)) wrong.push(`${where} cites ${found.row.source}`)
    }
    assert.deepEqual(wrong, [])
  })

test('every numbered clause of every text has a row', { skip: unbuilt }, () => {
  for (const key of k_texts) {
    const said = new Set(table(`tests/plans/texts/${key}.csv`).map(({ clause }) => clause))
    const numbered = own(key, 'clauses').map(({ number }) => number)
    assert.deepEqual(numbered.filter((clause) => !said.has(clause)), [], key)
    assert.deepEqual([...said].filter((clause) => !numbered.includes(clause)), [], `${key} has no such clause`)
  }
})

/** Where the figures of a plan stand: goals, what was there, background figures, projects, norms, dates and who answers. */
function* figures(key) {
  for (const row of own(key, 'indicators')) for (const column of ['target', 'baseline']) for (const { period } of row[column]) yield `indicators/${row.key}/${column}/${period}`
  for (const row of own(key, 'figures')) yield `figures/${row.key}/value`
  for (const row of own(key, 'projects')) for (const column of ['start_year', 'investment', 'beds', 'nursing_beds', 'slots', 'communities', 'floor_area_m2']) if (row[column] !== undefined) yield `projects/${key_of('projects', row)}/${column}`
  for (const row of own(key, 'standards')) if (row.value) yield `standards/${row.key}/value`
  for (const row of own(key, 'milestones')) for (const column of ['due', 'measure']) if (row[column]) yield `milestones/${row.key}/${column}`
  for (const row of own(key, 'tasks')) for (const column of ['lead', 'cooperate', 'due']) if (row[column].length) yield `tasks/${row.number}/${column}`
}

test('every figure, date and answering unit of a plan is held against its text', { skip: unbuilt }, () => {
  for (const key of k_texts) {
    const said = new Set(table(`tests/plans/texts/${key}.csv`).map(({ path }) => path))
    assert.deepEqual([...figures(key)].filter((path) => !said.has(path)), [], key)
  }
})

test('a changed value, a lost row and another clause are each found', { skip: unbuilt }, () => {
  assert.ok(agrees(at('liuzhou', 'indicators/bed_total/target/2025').text, '>= 26000'))
  assert.ok(!agrees(at('liuzhou', 'indicators/bed_total/target/2025').text, '>= 20000'))
  assert.equal(at('liuzhou', 'indicators/bed_total/target/2024'), undefined)
  assert.equal(at('liuzhou', 'indicators/beds/target/2025'), undefined)
  assert.ok(cites(at('karamay', 'bodies/mechanism_office/duties').row, { clause: '附件1-二(三)', path: 'bodies/mechanism_office/duties' }))
  assert.ok(!cites(at('liuzhou', 'indicators/bed_total/unit').row, { clause: '四(二)8', path: 'indicators/bed_total/unit' }))
})

test('an indicator that no register computes says why', { skip: unbuilt }, () => {
  for (const key of k_texts) for (const row of own(key, 'indicators')) assert.ok(row.value || /没有规则/.test(row.note ?? ''), `${key} ${row.key}`)
})

test('the README counts what the five texts say', () => {
  const rows = k_texts.reduce((sum, key) => sum + table(`tests/plans/texts/${key}.csv`).length, 0)
  for (const page of ['README.md', 'README.zh.md']) assert.match(read(page), new RegExp(`\\| ${rows.toLocaleString('en')} .*\\| \`node --test tests/docs/plan_texts_test.mjs\``), page)
})

test('there is a table for each text and no other', () => {
  assert.deepEqual(readdirSync(join(root, 'tests/plans/texts')).sort(), [...k_texts, 'national'].map((key) => `${key}.csv`).sort())
})
