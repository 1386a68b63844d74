/**
 * What each address of an OpenAPI document takes and answers, as the text of a TypeScript interface, one line a method. The parameters of a path
 * are not written: they stand in the address. All registers have the same routes, so these are written once, as `/api/{register}/…`, with what
 * the registers have in common.
 */

/** The routes of one register are told by its history. */
const registerOf = (address) => /^\/api\/([^/{}]+)\/\{id\}\/history$/.exec(address)?.[1]

const objectOf = (entries, required) => ({ type: 'object', properties: Object.fromEntries(entries), required })

/** An address is text, and a number of the browser is too short for one of 64 bits. */
const inAddress = (schema) => (schema.format === 'int64' ? { ...schema, or_text: true } : schema)

function queryOf({ parameters = [] }) {
  const asked = parameters.filter((one) => one.in === 'query')
  if (asked.length === 0) return []
  const required = asked.filter((one) => one.required).map((one) => one.name)
  return [
    [
      'query',
      objectOf(
        asked.map((one) => [one.name, inAddress(one.schema)]),
        required,
      ),
      required.length > 0,
    ],
  ]
}

function bodyOf({ requestBody }) {
  if (!requestBody) return []
  const { schema } = requestBody.content['application/json'] ?? {}
  if (!schema) return [['file', { blob: true }, true]]
  return Object.keys(schema.properties ?? {}).length === 0 ? [] : [['body', schema, requestBody.required]]
}

/** A file or a stream has no `answer`. */
function answerOf({ responses }) {
  const { schema } = (responses['200'] ?? responses['201']).content['application/json'] ?? {}
  return schema ? [['answer', schema, true]] : []
}

/** An operation as the schema of an object: `query`, `body` or `file`, `answer`. */
function operationOf(operation) {
  const parts = [...queryOf(operation), ...bodyOf(operation), ...answerOf(operation)]
  return objectOf(
    parts,
    parts.filter(([, , required]) => required).map(([name]) => name),
  )
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** What is true of values of both schemas. */
function inCommon(one, other, schemas) {
  if (same(one, other)) return one
  const known = (schema) => (schema.$ref ? schemas[schema.$ref.split('/').at(-1)] : schema)
  const [left, right] = [known(one), known(other)]
  if (left.type !== right.type) return {}
  if (left.type === 'array') return { type: 'array', items: inCommon(left.items, right.items, schemas) }
  if (!left.properties || !right.properties) return { type: left.type }
  const names = Object.keys(left.properties).filter((name) => right.properties[name])
  const all = new Set([...Object.keys(left.properties), ...Object.keys(right.properties)])
  const required = names.filter((name) => left.required?.includes(name) && right.required?.includes(name))
  const open = names.length < all.size || left.additionalProperties === true || right.additionalProperties === true
  const properties = names.map((name) => [name, inCommon(left.properties[name], right.properties[name], schemas)])
  return { ...objectOf(properties, required), ...(open ? { additionalProperties: true } : {}) }
}

/** Address -> method -> schema, the registers' addresses as one. */
function byAddress(paths, schemas) {
  const registers = new Set(Object.keys(paths).map(registerOf).filter(Boolean))
  const all = {}
  for (const [address, operations] of Object.entries(paths)) {
    const named = address.replace(/^\/api\/([^/]+)/, (start, name) => (registers.has(name) ? '/api/{register}' : start))
    const methods = (all[named] ??= {})
    for (const [method, operation] of Object.entries(operations)) {
      const schema = operationOf(operation)
      methods[method] = methods[method] ? inCommon(methods[method], schema, schemas) : schema
    }
  }
  return all
}

const quoted = (name) => (/^[a-z_]\w*$/i.test(name) ? name : `'${name}'`)

function typeOf(schema) {
  if (schema.blob) return 'Blob'
  if (schema.$ref) return `Schemas['${schema.$ref.split('/').at(-1)}']`
  if (schema.enum) return schema.enum.map((value) => `'${value}'`).join(' | ')
  if (schema.type === 'array') return schema.items.enum ? `(${typeOf(schema.items)})[]` : `${typeOf(schema.items)}[]`
  if (schema.type === 'object') return objectTypeOf(schema)
  if (schema.or_text) return 'number | string'
  return { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' }[schema.type] ?? 'unknown'
}

/** An object that nothing is said about may be anything; an operation of which nothing is said takes nothing. */
function objectTypeOf({ properties = {}, required = [], additionalProperties: others }, empty = 'unknown') {
  const lines = Object.entries(properties).map(([name, one]) => `${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`)
  if (others) lines.push(`[name: string]: ${others === true ? 'unknown' : typeOf(others)}`)
  return lines.length > 0 ? `{ ${lines.join('; ')} }` : empty
}

export function pathsText(paths, schemas) {
  const addresses = Object.entries(byAddress(paths, schemas)).map(([address, methods]) => {
    const lines = Object.entries(methods).map(([method, schema]) => `    ${method}: ${objectTypeOf(schema, '{}')}`)
    return `  '${address}': {\n${lines.join('\n')}\n  }`
  })
  return `import type { components } from './schema'\n\ntype Schemas = components['schemas']\n\nexport interface Paths {\n${addresses.join('\n')}\n}`
}
