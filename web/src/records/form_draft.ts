import { keptUnder, useKeptForm } from '../look/draft'
import { session } from '../shell/session'
import type { Field, Register } from './description'
import { sameEntry, type Entries, type Entry } from './entry'

/** What was typed into a form and not saved. What is private never lies in the browser's memory. */
export interface FormDraft {
  /** The version that the typing began with. */
  version: number
  entries: Entries
}

export const draftKeyOf = (account: string, register: Register, id: string | undefined): string =>
  `laoyou.draft.${account}.record.${register.record}.${id ?? 'new'}`

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

export function draftUnder(key: string, fields: readonly Field[], storage?: Pick<Storage, 'getItem'>): FormDraft | undefined {
  const found = keptUnder(key, storage)
  if (!found || typeof found.version !== 'number' || typeof found.entries !== 'object' || found.entries === null) return undefined
  const names = new Set(fields.map((field) => field.name))
  const entries = Object.fromEntries(Object.entries(found.entries).filter(([name, value]) => names.has(name) && isEntry(value)))
  return Object.keys(entries).length > 0 ? { version: found.version, entries } : undefined
}

/** The fields whose entries differ from what the form began with. */
export const typedFields = (fields: readonly Field[], begun: Entries, entries: Entries): Field[] =>
  fields.filter((field) => !sameEntry(entries[field.name], begun[field.name]))

interface FormKept {
  key: string
  fields: () => Field[]
  begun: () => Entries
  entries: () => Entries
  version: () => number
  saved: () => boolean
  question: () => string
}

/** Keeps what was typed until it is saved, and asks before the page is left. */
export function useFormDraft({ key, fields, begun, entries, version, saved, question }: FormKept): { clear: () => void } {
  const typed = (): Field[] => typedFields(fields(), begun(), entries())
  return useKeptForm({
    key: () => key,
    content: () => ({
      version: version(),
      entries: Object.fromEntries(
        typed()
          .filter((field) => field.privacy === 'open' || field.privacy === 'internal')
          .map((field) => [field.name, entries()[field.name]]),
      ),
    }),
    dirty: () => !saved() && typed().length > 0,
    question,
    asks: () => !!session.me,
  })
}
