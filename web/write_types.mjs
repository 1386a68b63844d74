// npm run types -- FILE [FOLDER]: writes schema.ts and paths.ts in src/api (or FOLDER) from the server's OpenAPI document (GET /openapi.json).
// The schemas are what records are; the paths are what each address takes and answers. Labels stay in the server's dictionary.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { pathsText } from './write_paths.mjs'

const [file, folder = fileURLToPath(new URL('src/api', import.meta.url))] = process.argv.slice(2)
if (!file) {
  console.error('usage: npm run types -- openapi.json [FOLDER]')
  process.exit(2)
}
const text = await readFile(file, 'utf8')
const documentWithout = (...names) =>
  JSON.parse(text, (name, value) => (names.includes(name) && typeof value === 'string' ? undefined : value))
const { openapi, info, components } = documentWithout('description', 'title', 'format')
const { paths } = documentWithout('description', 'title', 'pattern')

async function schemasText() {
  const document = {
    openapi,
    info: { ...info, title: 'laoyou', version: info?.version ?? '' },
    paths: {},
    components: { schemas: components.schemas },
  }
  return astToString(await openapiTS(document))
    .replace(/    /g, '  ')
    .replace(/;$/gm, '')
    .replace(/^export (type|interface) (paths|webhooks|operations|\$defs)\b.*$/gm, '')
    .replace(/^  (responses|parameters|requestBodies|headers|pathItems): never\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const k_head = "// Written by `npm run types` from the server's OpenAPI document. Do not edit.\n"
await writeFile(join(folder, 'schema.ts'), `${k_head}${await schemasText()}\n`)
await writeFile(join(folder, 'paths.ts'), `${k_head}${pathsText(paths, components.schemas)}\n`)
