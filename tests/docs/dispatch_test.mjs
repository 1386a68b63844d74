// The worked example of the dispatch pages, run against the program.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { blocks, exists, root } from './pages.mjs'

const program = process.env.LAOYOU_PROGRAM ?? join(root, 'build/laoyou')
const skip = exists('build/laoyou') || process.env.LAOYOU_PROGRAM ? false : 'the program is not built'

for (const page of ['docs/dispatch.md', 'docs/dispatch.zh.md'])
  test(`the example of ${page} is answered as the page says`, { skip }, () => {
    const [problem, answer] = blocks(page).filter(({ language }) => language === 'json').map(({ text }) => text)
    const file = join(mkdtempSync(join(tmpdir(), 'dispatch-')), 'day.json')
    writeFileSync(file, problem)
    const given = JSON.parse(execFileSync(program, ['dispatch', 'solve', file, '--iterations', '100', '--quiet'], { encoding: 'utf8' }))
    const told = JSON.parse(answer)
    assert.deepEqual(Object.fromEntries(Object.keys(told).map((name) => [name, given[name]])), told)
  })
