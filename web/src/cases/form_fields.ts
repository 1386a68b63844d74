import type { Field, FieldKind } from '../records/description'
import { entryOf, readEntry, type Entries, type Fault } from '../records/entry'
import type { CasePage, FormField } from './types'

const kinds: Record<string, FieldKind> = { long_text: 'text', phone: 'text', share: 'decimal' }

/** A field of a procedure's form as the registers' inputs take it. */
export function inputField(field: FormField): Field {
  return {
    name: field.key,
    zh: field.zh,
    en: field.en,
    unit: field.unit ?? '',
    source: field.source ?? '',
    kind: kinds[field.kind] ?? (field.kind as FieldKind),
    required: field.required,
    many: field.many || undefined,
    choices: field.choices ?? [],
    references: field.register,
    privacy: field.privacy,
    masked: false,
    group_zh: '',
    group_en: '',
    filter: false,
    sort: false,
    listed: false,
    fixed: false,
    writable: true,
    tail: false,
  }
}

/** Whether the form's rules, as the server evaluated them, ask for it. */
export const isAsked = (one: { when_rule?: number }, holds: string): boolean => one.when_rule === undefined || holds[one.when_rule] === '1'

/** What the inputs begin with. A question of yes or no that was not answered stays open. */
export const entriesOfCase = (page: CasePage): Entries =>
  Object.fromEntries(page.procedure.form.fields.map((field) => [field.key, entryOf(inputField(field), page.values[field.key])]))

/** The values to save, and what cannot be read yet; what is empty is left out, so that a draft may have holes. */
export function valuesOf(
  fields: readonly FormField[],
  entries: Entries,
): { values: Record<string, unknown>; faults: Record<string, Fault> } {
  const values: Record<string, unknown> = {}
  const faults: Record<string, Fault> = {}
  for (const field of fields) {
    const read = readEntry({ ...inputField(field), required: false }, entries[field.key] ?? '')
    if ('fault' in read) faults[field.key] = read.fault
    else if (read.value !== null && !(Array.isArray(read.value) && read.value.length === 0)) values[field.key] = read.value
  }
  return { values, faults }
}
