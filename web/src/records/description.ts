/** What the server says of a register (`GET /api/records`): everything these pages are drawn from. */

import type { FilePlace } from '../files/calls'

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

export interface Field extends Labelled {
  name: string
  unit: string
  source?: string
  kind: FieldKind
  required: boolean
  /** Several values of the kind instead of one. */
  many?: boolean
  choices?: ({ value: string } & Labelled)[]
  /** The record that a reference names. */
  references?: string | null
  privacy: string
  /** This caller sees the value masked: a form leaves it as it is unless it is typed anew. */
  masked: boolean
  group_zh: string
  group_en: string
  /** This caller may ask by it. */
  filter: boolean
  sort: boolean
  /** Shown in lists at first. */
  listed: boolean
  /** Set when the record is made and not changed afterwards. */
  fixed: boolean
  /** A form may hold it. */
  writable: boolean
}

export interface May {
  create: boolean
  change: boolean
  end: boolean
  remove: boolean
  import: boolean
  export_rows: boolean
  unmask: boolean
}

export interface Register extends Labelled {
  record: string
  path: string
  may: May
  /** The field that names a row; without one the id does. */
  title?: string | null
  /** The day that ends a record. */
  ends?: string | null
  key: string[]
  searchable: boolean
  fields: Field[]
  children: ({ record: string; field: string } & Labelled)[]
}

export type Row = { id: string; version: number } & Record<string, unknown>
/** Titles of what rows name by id or code: record (or "region") -> id -> title. */
export type Names = Record<string, Record<string, string>>

  /** Places for files; a register without any takes none. */
  files?: FilePlace[]
export const labelIn = (language: string, one: Labelled): string => (language === 'en' && one.en) || one.zh

export const fieldOf = (register: Register, name: string | null | undefined): Field | undefined =>
  register.fields.find((one) => one.name === name)

/** What a row is called on the screen. */
export function titleIn(register: Register, row: Row): string {
  const title = register.title ? row[register.title] : undefined
  return typeof title === 'string' && title !== '' ? title : row.id
}

/** What only the program itself sets. */
const k_kept_by_the_server = new Set(['id', 'version'])

export const isOwn = (field: Field): boolean => !k_kept_by_the_server.has(field.name)
/** Fields that a form asks for. Lists of records are entered as registers of their own. */
export const isEntered = (field: Field): boolean => isOwn(field) && field.writable && field.kind !== 'list'

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
