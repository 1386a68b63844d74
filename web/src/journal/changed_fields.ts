import { instantText } from '../look/date'

export interface ChangedField {
  field: string
  before: string
  after: string
}

const asObject = (value: unknown): Record<string, unknown> => {
  if (typeof value === 'string') {
    try {
      // Ids have more digits than a JavaScript number keeps: they are read as text.
      return asObject(JSON.parse(value.replace(/([:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"')))
    } catch {
      return { '': value }
    }
  }
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : value === undefined || value === null
      ? {}
      : { '': value }
}
const asText = (value: unknown, field: string): string =>
  field.endsWith('_at') && typeof value === 'number'
    ? instantText(value)
    : value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

const k_sealed = /(_match|_hash|_secret|_token|_pending)$/

/** What a journal entry changed, field by field; what stayed the same and what is sealed is left out. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const old = asObject(before)
  const now = asObject(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !k_sealed.test(field))
    .map((field) => ({ field, before: asText(old[field], field), after: asText(now[field], field) }))
    .filter((row) => row.before !== row.after)
}
