import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { base } from './visitor.mjs'

const web = new URL('../../web/', import.meta.url)

test("the types that the pages were checked with are those of the server's API document", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'laoyou-types-'))
  try {
    const document = join(folder, 'openapi.json')
    const now = join(folder, 'schema.ts')
    await writeFile(document, await (await fetch(`${base()}/openapi.json`)).text())
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('write_types.mjs', web)), document, now], {
      cwd: fileURLToPath(web),
      encoding: 'utf8',
    })
    assert.equal(run.status, 0, run.stderr)
    const committed = await readFile(new URL('src/api/schema.ts', web), 'utf8')
    assert.ok(committed === (await readFile(now, 'utf8')), 'web/src/api/schema.ts is old: npm run types -- openapi.json')
  } finally {
    await rm(folder, { recursive: true })
  }
})
