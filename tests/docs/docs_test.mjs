// Keeps the documents true: what they link to, which commands and options they name, which files they point at.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { anchor, code, exists, pages, prose, read, root, spans } from './pages.mjs'

/** The commands of src/app/main.cpp, each with the options that its usage text and the shared ones offer. */
function commands() {
  const folder = 'src/app'
  const sources = readdirSync(join(root, folder)).filter((name) => name.endsWith('_command.cpp')).map((name) => read(`${folder}/${name}`))
  const shared = [...read(`${folder}/store_options.cpp`).matchAll(/store_option_names\(\) \{ return \{(.*?)\}/gs)].flatMap(([, names]) => names.match(/[a-z-]+/g))
  assert.ok(shared.includes('data'))
  const table = new Map()
  for (const [, name] of read(`${folder}/main.cpp`).matchAll(/\{"([a-z]+)", "/g)) {
    const source = sources.find((text) => text.includes(`int ${name}_command(`))
    assert.ok(source, `src/app has no ${name}_command`)
    const own = [...source.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(([text]) => text.match(/--[a-z][a-z-]*/g) ?? []).map((option) => option.slice(2))
    const opens = /with_store|store_option_names/.test(source)
    table.set(name, new Set([...own, ...(opens ? shared : [])]))
  }
  return table
}

/** "laoyou serve --data x" in a line of code, as [command, options]; quoted texts and what follows a pipe are another command's. */
function calls(line) {
  return [...line.matchAll(/(?:^|[\s/=(])laoyou ([a-z]+)((?: [^|;&`]*)?)/g)].filter(([, name]) => name !== 'laoyou')
    .map(([, name, rest]) => [name, (rest.match(/ --[a-z][a-z-]*/g) ?? []).map((option) => option.slice(3))])
}

test('every relative link leads to a file, and every anchor to a heading', () => {
  const broken = []
  for (const page of pages) {
    for (const [, target] of prose(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      const [file, heading] = target.split('#')
      const path = file ? normalize(join(dirname(page), file)) : page
      if (!exists(path)) broken.push(`${page}: ${target}`)
      else if (heading && ![...read(path).matchAll(/^#+ (.*)$/gm)].some(([, text]) => anchor(text) === heading)) broken.push(`${page}: ${target}`)
    }
  }
  assert.deepEqual(broken, [])
})

test('every ./do verb that a page names is a verb of ./do', () => {
  const known = [...read('do').matchAll(/^ {2}([a-z]+)\) /gm)].map(([, verb]) => verb)
  assert.ok(known.includes('run') && known.includes('test'))
  const named = pages.flatMap((page) => code(page).flatMap((line) => [...line.matchAll(/\.\/do ([a-z]+)/g)].map(([, verb]) => [page, verb])))
  assert.ok(named.length > 0)
  assert.deepEqual(named.filter(([, verb]) => !known.includes(verb)), [])
})

test('every command and option that a page names is one of the program', () => {
  const table = commands()
  const wrong = [], seen = new Set()
  for (const page of pages) {
    for (const line of code(page)) {
      for (const [name, options] of calls(line)) {
        seen.add(name)
        if (!table.has(name)) wrong.push(`${page}: laoyou ${name}`)
        else wrong.push(...options.filter((option) => !table.get(name).has(option)).map((option) => `${page}: laoyou ${name} --${option}`))
      }
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(seen.has('serve') && seen.has('plan'))
})

test('every option that stands alone in a page is an option of some command', () => {
  const known = new Set([...commands().values()].flatMap((options) => [...options]))
  const wrong = []
  for (const page of pages)
    for (const span of spans(prose(page)))
      if (span.startsWith('--') && !known.has(span.match(/^--([a-z-]*)/)[1])) wrong.push(`${page}: ${span}`)
  assert.deepEqual(wrong, [])
})

test("no option of a command in the operators' page is left out of the pages", () => {
  const table = commands()
  const described = new Set(code('docs/operate.md').flatMap(calls).map(([name]) => name))
  assert.ok(described.has('serve') && described.has('backup'))
  const text = pages.map((page) => read(page)).join('\n')
  const missing = [...described].flatMap((name) => [...table.get(name)].filter((option) => !text.includes(`--${option}`)).map((option) => `${name} --${option}`))
  assert.deepEqual(missing, [])
})

test('every file and folder that a page names by its path exists', () => {
  const missing = []
  for (const page of pages)
    for (const span of spans(prose(page)))
      if (/^(src|web|tests|plans|docs|regions|bench|cmake)\/[\w./-]*$/.test(span) && !span.startsWith('plans/luzhai') && !exists(span)) missing.push(`${page}: ${span}`)
  assert.deepEqual(missing, [])
})

/** The names of all files below a folder. */
const filesBelow = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [entry.name]))

test('every file that the map names inside a room stands in that room', () => {
  const everywhere = ['src', 'web/src'].flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(root, folder, entry.name))))
  const missing = []
  let named = 0
  for (const paragraph of prose('docs/map.md').split(/\n\s*\n/)) {
    const room = paragraph.match(/^\*\*`(src\/\w+)`\*\*/)?.[1]
    for (const span of spans(paragraph)) {
      if (!/^\w+\.(h|cpp|ts|csv|mjs)$/.test(span)) continue
      ++named
      if (!exists(span) && !(room ? filesBelow(room).includes(span) : everywhere.includes(span))) missing.push(`${room ?? 'anywhere'}: ${span}`)
    }
  }
  assert.ok(named > 20)
  assert.deepEqual(missing, [])
})

test('a page and its Chinese edition show the same commands, but for the language of the messages', () => {
  const shown = (page) => [...new Set(code(page).flatMap(calls).map(([name, options]) => [name, ...options.filter((option) => option !== 'lang')].join(' ')))].sort()
  for (const page of pages.filter((each) => each.endsWith('.zh.md'))) assert.deepEqual(shown(page), shown(page.replace('.zh.md', '.md')), page)
})
