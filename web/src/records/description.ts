/** What the server says of a register (`GET /api/records`): everything these pages are drawn from. */

import type { components } from '../api/schema'

type Schemas = components['schemas']

export type FieldKind =
  | 'text'
  | 'whole'
  | 'decimal'
  | 'measure'
  | 'money'
  | 'minutes'
  | 'day'
  | 'instant'
  | 'period'
  | 'region'
  | 'yes_no'
  | 'choice'
  | 'reference'
  | 'id_number'
  | 'credit_code'
  | 'list'

/** A label in both languages. */
export interface Labelled {
  zh: string
  en: string
}

/**
 * A field as this caller has it: `masked` values are seen masked, so that a form leaves them as they are unless they are typed anew; `fixed` ones are
 * set when the record is made; records of other places than `within` have no such field; a `tail` is what may be asked for by its last four
 * characters, FIELD_tail; `follows` names the record whose rows say, day by day, what it holds. The fields of a procedure's form are entered like those of
 * a register and may hold `many` values.
 */
export type Field = Omit<Schemas['field_description'], 'kind'> & { kind: FieldKind; many?: boolean }

/** `title` is the field that names a row, without one the id does; `ends` the day that ends a record. */
export type Register = Omit<Schemas['record_description'], 'fields'> & { fields: Field[] }

export type Row = { id: string; version: number } & Record<string, unknown>
/** Titles of what rows name by id or code: record (or "region") -> id -> title. */
export type Names = Record<string, Record<string, string>>

/** What several answers say together. */
export function mergedNames(all: readonly Names[]): Names {
  const merged: Names = {}
  for (const names of all) for (const [record, titles] of Object.entries(names)) merged[record] = { ...merged[record], ...titles }
  return merged
}

export const labelIn = (language: string, one: Labelled): string => (language === 'en' && one.en) || one.zh

export const fieldOf = (register: Register, name: string | null | undefined): Field | undefined =>
  register.fields.find((one) => one.name === name)

const k_saying_kinds = new Set<FieldKind>(['text', 'choice', 'day', 'period', 'yes_no'])
/** One value as part of a name: an answered yes says what was asked; a no says nothing. */
function saying(language: string, field: Field, value: unknown): string {
  if (field.kind === 'yes_no') return value === true ? labelIn(language, field) : ''
  const choice = field.choices?.find((one) => one.value === value)
  return choice ? labelIn(language, choice) : typeof value === 'string' ? value : ''
}

/** What a row is called on the screen: its name, or where its register has none two things that it says, and the end of its number. */
export function titleIn(register: Register, row: Row, language = 'zh'): string {
  const title = register.title ? row[register.title] : undefined
  if (typeof title === 'string' && title !== '') return title
  const said = register.fields
    .filter((field) => isOwn(field) && field.name !== 'synthetic' && !field.masked && k_saying_kinds.has(field.kind))
    .map((field) => saying(language, field, row[field.name]))
    .filter(Boolean)
    .slice(0, 2)
  return said.length > 0 ? [...said, row.id.slice(-4)].join(' ') : row.id
}

/** What tells rows apart that have no name of their own: their first masked text, as far as it is shown (团结路1号1****). */
export function shownPart(register: Register, row: Row): string | undefined {
  const field = register.title ? undefined : register.fields.find((one) => isOwn(one) && one.masked && one.kind === 'text')
  const shown = field && row[field.name]
  return typeof shown === 'string' && shown !== '' ? shown : undefined
}

/** What only the program itself sets. */
const k_kept_by_the_server = new Set(['id', 'version'])

export const isOwn = (field: Field): boolean => !k_kept_by_the_server.has(field.name)
/** Fields that a form asks for. Lists of records are entered as registers of their own. */
export const isEntered = (field: Field): boolean => isOwn(field) && field.writable && field.kind !== 'list'

/** The digits of a region code that say a place: those before the zeros that fill it up, in whole levels. */
const k_level_ends = [2, 4, 6, 9, 12]
export function liesWithin(region: string, place: string): boolean {
  const digits = place.replace(/0+$/, '').length
  const end = digits === 0 ? 0 : (k_level_ends.find((one) => one >= digits) ?? 12)
  return region.slice(0, end) === place.slice(0, end)
}
/** Whether a record of this place may have the field; while no place is chosen, it may. */
export const isOfPlace = (field: Field, region: string): boolean => !field.within || region === '' || liesWithin(region, field.within)

const k_number_kinds = new Set<FieldKind>(['whole', 'decimal', 'measure', 'money', 'minutes'])
export const isNumber = (field: Field): boolean => k_number_kinds.has(field.kind)

/** Fields under their headings, in the order in which the headings first come; those without a heading come first. */
export function groupsIn(language: string, fields: readonly Field[]): { heading: string; fields: Field[] }[] {
  const groups = new Map<string, Field[]>([['', []]])
  for (const field of fields) {
    const heading = labelIn(language, { zh: field.group_zh, en: field.group_en })
    groups.set(heading, [...(groups.get(heading) ?? []), field])
  }
  return [...groups].map(([heading, members]) => ({ heading, fields: members })).filter((group) => group.fields.length > 0)
}
