// Runs what the documents show: the figures of the README and the worked example of a plan, against the program that was built.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { blocks, exists, read, root } from './pages.mjs'

const program = join(root, 'build/laoyou')
const unbuilt = exists('build/laoyou') ? false : 'build/laoyou is not built'
const run = (words, folder = root) => spawnSync(program, words, { cwd: folder, encoding: 'utf8' })

/** The rows of the README's figures as {figure, command}. */
const rows = [...read('README.md').matchAll(/^\| [^|]+ \| ([^|]+) \| `([^`]+)` \|$/gm)].map(([, figure, command]) => ({ figure: figure.trim(), command }))

/** English noun of a README figure → the word the program prints before the number. */
const k_printed = { indicators: '指标', tasks: '任务', milestones: '节点目标', projects: '项目', policies: '政策', standards: '标准', figures: '基础数据', clauses: '条款', scales: '量表' }

test('every plan figure of the README is what plan show prints', { skip: unbuilt }, () => {
  const shown = rows.filter(({ command }) => /^build\/laoyou plan show \S+$/.test(command))
  assert.ok(shown.length >= 6)
  for (const { figure, command } of shown) {
    const printed = run(command.split(' ').slice(1)).stdout
    for (const part of figure.split(', ')) {
      const [number, noun] = part.split(' ')
      assert.ok(k_printed[noun], `${command}: what are ${noun}?`)
      assert.match(printed, new RegExp(`${k_printed[noun]} ${number}(?![0-9])`), `${command}: README says ${part}`)
    }
  }
})

test('the README counts the plan folders, and all of them are clean', { skip: unbuilt }, () => {
  const folders = readdirSync(join(root, 'plans'))
  assert.ok(rows.some(({ figure, command }) => command.includes('plan check') && figure === `${folders.length} folders, 0 errors`))
  for (const folder of folders) assert.equal(run(['plan', 'check', `plans/${folder}`]).status, 0, folder)
})

test('the README counts the examples of all plans, and the procedures', { skip: unbuilt }, () => {
  const folders = readdirSync(join(root, 'plans'))
  const counts = folders.map((folder) => run(['plan', 'test', `plans/${folder}`]).stdout.match(/(\d+) 个相符，0 个不符/))
  const hold = counts.reduce((sum, found) => sum + Number(found?.[1] ?? NaN), 0)
  assert.ok(rows.some(({ figure, command }) => command.includes('plan test') && figure === `${hold} hold`), `${hold} examples hold`)
  const procedures = folders.flatMap((folder) => (exists(`plans/${folder}/procedures`) ? readdirSync(join(root, 'plans', folder, 'procedures')) : []))
  assert.match(read('README.md'), new RegExp(`${procedures.length} of them in the plans`))
  assert.match(read('README.zh.md'), new RegExp(`各方案里共有 ${procedures.length} 个`))
})

test('the README counts the regions', { skip: exists('regions/node_modules') ? false : 'regions are not installed' }, () => {
  const row = rows.find(({ command }) => command.startsWith('node regions/pack.mjs'))
  const folder = mkdtempSync(join(tmpdir(), 'laoyou-docs-'))
  try {
    const packed = spawnSync('node', [join(root, 'regions/pack.mjs'), join(folder, 'regions.bin')], { encoding: 'utf8' }).stdout
    assert.equal(packed.split(' ')[0], row.figure.split(' ')[0])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Plays the worked example of one edition: its files, its mistakes, its corrections; each output must be the block the page shows. */
function play(page, language) {
  const folder = mkdtempSync(join(tmpdir(), 'laoyou-docs-'))
  const plan = join(folder, 'plans/luzhai')
  const example = blocks(page).slice(blocks(page).findIndex(({ text }) => text.includes('mkdir plans/luzhai')))
  const file = (name) => example.find(({ language: kind, before }) => ['yaml', 'csv'].includes(kind) && before.includes(`${name}\``)).text
  const outputs = example.filter(({ language: kind }) => kind === '').map(({ text }) => text)
  const check = () => run(['plan', 'check', 'plans/luzhai', '--lang', language], folder)
  const write = (name, text) => writeFileSync(join(plan, name), text)
  try {
    mkdirSync(plan, { recursive: true })
    symlinkSync(join(root, 'plans/national'), join(folder, 'plans/national'))
    assert.deepEqual([check().stdout, check().status], [outputs[0], 1])
    write('plan.yaml', file('plan.yaml'))
    assert.deepEqual([check().stdout, check().status], [outputs[1], 0])
    for (const name of ['clauses.csv', 'units.csv', 'tasks.csv', 'indicators.yaml']) write(name, file(name))
    assert.deepEqual([check().stdout, check().status], [outputs[2], 1])
    const readable = file('tasks.csv').replace('2027-06-31', '2027-06-30')
    write('tasks.csv', readable)
    write('indicators.yaml', file('indicators.yaml').replace('leed', 'lead'))
    assert.deepEqual([check().stdout, check().status], [outputs[3], 1])
    write('tasks.csv', readable.replace('县卫健局', '县卫生健康局').replace('四', '二(一)2'))
    assert.deepEqual([check().stdout, check().status], [outputs[4], 0])
    const stacked = JSON.parse(run(['plan', 'show', 'plans/luzhai', '--json'], folder).stdout)
    assert.equal(stacked.indicators.map(({ layer, key, target }) => `${layer} ${key} ${target[0].text}\n`).join(''), outputs[5])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the worked example of a plan does what the page shows', { skip: unbuilt }, () => play('docs/write-a-plan.md', 'en'))
test('the worked example of the Chinese edition does what the page shows', { skip: unbuilt }, () => play('docs/write-a-plan.zh.md', 'zh'))

test('the error lines that the pages explain are messages of the program', () => {
  for (const [page, language] of [['docs/write-a-plan.md', 2], ['docs/write-a-plan.zh.md', 1]]) {
    const messages = read('messages.csv').split('\n').map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)/g).filter(Boolean)[language]?.replace(/\{\d\}/g, '…').replaceAll('"', '') ?? '')
    const table = read(page).slice(read(page).lastIndexOf('\n## '))
    for (const [, shown] of [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)])) {
      const begin = shown.split(/[;，：:]/)[0].trim()
      assert.ok(messages.some((message) => message.includes(begin)), `${page}: ${shown}`)
    }
  }
})

test('the Chinese README shows the figures and commands of the English one, number by number', () => {
  const numbers = (text) => (text.match(/[0-9][0-9,.]*/g) ?? []).sort()
  const table = (page) => [...read(page).matchAll(/^\| [^|]+ \| ([^|]+) \| (`[^`]+`) \|$/gm)].map(([, figure, command]) => ({ command, figures: numbers(figure) }))
  assert.ok(table('README.md').length > 10)
  for (const [place, row] of table('README.md').entries()) {
    const other = table('README.zh.md')[place]
    assert.equal(other?.command, row.command)
    // Small counts may be words in one language ("a fifteenth").
    for (const number of other.figures) assert.ok(row.figures.includes(number), `${row.command}: ${number}`)
  }
})
