import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { pathsText } from '../../web/write_paths.mjs'
import { base } from './visitor.mjs'

const web = new URL('../../web/', import.meta.url)

test("the types that the pages were checked with are those of the server's API document", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'laoyou-types-'))
  try {
    const document = join(folder, 'openapi.json')
    const now = join(folder, 'api')
    await mkdir(now)
    await writeFile(document, await (await fetch(`${base()}/openapi.json`)).text())
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('write_types.mjs', web)), document, now], {
      cwd: fileURLToPath(web),
      encoding: 'utf8',
    })
    assert.equal(run.status, 0, run.stderr)
    const written = (await readdir(now)).sort()
    assert.deepEqual(written, ['paths.ts', 'schema.ts'])
    for (const name of written) {
      const committed = await readFile(new URL(`src/api/${name}`, web), 'utf8')
      assert.ok(committed === (await readFile(join(now, name), 'utf8')), `web/src/api/${name} is old: npm run types -- openapi.json`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

const json = (schema) => ({ content: { 'application/json': { schema } } })
const rowOf = (properties) => ({ type: 'object', properties, required: Object.keys(properties) })
/** A register whose rows have these fields. */
const registerAt = (path, properties) => ({
  [path]: { get: { responses: { 200: json({ type: 'array', items: rowOf(properties) }) } } },
  [`${path}/{id}/history`]: {
    get: { parameters: [{ in: 'query', name: 'after', schema: { type: 'string' } }], responses: { 200: json({ type: 'object' }) } },
  },
})

test('the routes of all registers are written once, with what their rows have in common', () => {
  const text = { type: 'string' }
  const document = {
    ...registerAt('/api/beds', { id: text, nursing: { type: 'boolean' } }),
    ...registerAt('/api/staff', { id: text, phone: text }),
  }
  const written = pathsText(document, {})
  assert.match(written, /'\/api\/\{register\}': \{\n {4}get: \{ answer: \{ id: string; \[name: string\]: unknown \}\[\] \}\n/)
  assert.match(written, /'\/api\/\{register\}\/\{id\}\/history': \{\n {4}get: \{ query\?: \{ after\?: string \}; answer: unknown \}\n/)
  assert.doesNotMatch(written, /beds|staff/)
})
