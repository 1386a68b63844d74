// npm run types -- FILE [TO]: writes src/api/schema.ts (or TO) from the server's OpenAPI document (GET /openapi.json).
// Only the schemas are kept: the addresses stand in calls.ts, the labels in the server's dictionary.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const [file, to = new URL('src/api/schema.ts', import.meta.url)] = process.argv.slice(2)
if (!file) {
  console.error('usage: npm run types -- openapi.json [schema.ts]')
  process.exit(2)
}
const { openapi, info, components } = JSON.parse(await readFile(file, 'utf8'), (key, value) =>
  (key === 'description' || key === 'title' || key === 'format') && typeof value === 'string' ? undefined : value,
)
const document = {
  openapi,
  info: { ...info, title: 'laoyou', version: info?.version ?? '' },
  paths: {},
  components: { schemas: components.schemas },
}
const text = astToString(await openapiTS(document))
  .replace(/    /g, '  ')
  .replace(/;$/gm, '')
  .replace(/^export (type|interface) (paths|webhooks|operations|\$defs)\b.*$/gm, '')
  .replace(/^  (responses|parameters|requestBodies|headers|pathItems): never\n/gm, '')
  .replace(/\n{3,}/g, '\n\n')
  .trimStart()
await writeFile(to, `// Written by \`npm run types\` from the server's OpenAPI document. Do not edit.\n${text.trim()}\n`)
