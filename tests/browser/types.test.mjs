import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
