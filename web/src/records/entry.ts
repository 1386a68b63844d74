import { dayText, isPeriod, periodCode } from '../look/date'
import { typedNumber } from '../look/number'
import type { Field, Row } from './description'
import { fenOf, yuanOf } from './yuan'

/** What stands in an input: one text, or several where a field holds many values. */
export type Entry = string | string[]
export type Entries = Record<string, Entry>

/** What is wrong with an entry; the words stand in words.ts under "fault". */
export type Fault = 'missing' | 'whole' | 'number' | 'money' | 'day' | 'period' | 'instant' | 'not_chosen'

// China has one zone and no summer time.
const k_zone = '+08:00'

/** An instant as an input for day and time takes it, in the time of China: "2026-11-21T11:00". */
function localText(instant: string): string {
  const time = new Date(instant)
  if (Number.isNaN(time.getTime())) return ''
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}

function entryOfOne(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'money') return yuanOf(Number(value))
  if (field.kind === 'yes_no') return value === true ? 'yes' : 'no'
  if (field.kind === 'instant') return localText(String(value))
  return String(value)
}

/** A value of a row as its input shows it. A masked value is not shown to be changed: its input is empty. */
export function entryOf(field: Field, value: unknown): Entry {
  if (field.many) return Array.isArray(value) ? value.map((one) => entryOfOne(field, one)) : []
  return field.masked ? '' : entryOfOne(field, value)
}

export const entriesOf = (fields: readonly Field[], row: Partial<Row>): Entries =>
  Object.fromEntries(fields.map((field) => [field.name, entryOf(field, row[field.name])]))

/** What a form begins with where no row is there yet: a question that needs an answer of two begins with "no". */
export const emptyEntries = (fields: readonly Field[]): Entries =>
  Object.fromEntries(fields.map((field) => [field.name, field.kind === 'yes_no' && field.required ? 'no' : entryOf(field, undefined)]))

export type Read = { value: unknown } | { fault: Fault }

const good = (value: unknown, fault: Fault): Read => (value === undefined ? { fault } : { value })

function readOne(field: Field, text: string): Read {
  switch (field.kind) {
    case 'money':
      return good(fenOf(text), 'money')
    case 'whole':
    case 'minutes': {
      const number = typedNumber(text)
      return good(Number.isSafeInteger(number) ? number : undefined, 'whole')
    }
    case 'decimal':
    case 'measure':
      return good(typedNumber(text), 'number')
    case 'yes_no':
      return { value: text === 'yes' }
    case 'day': {
      const day = periodCode(text)
      return good(day?.length === 10 ? day : undefined, 'day')
    }
    case 'period': {
      const period = periodCode(text) ?? text
      return good(isPeriod(period) ? period : undefined, 'period')
    }
    case 'instant': {
      const time = new Date(text + k_zone)
      return good(Number.isNaN(time.getTime()) ? undefined : time.toISOString(), 'instant')
    }
    default:
      return { value: text }
  }
}

/** An entry as the value to send; an empty one is null, which is a fault where the field is required. */
export function readEntry(field: Field, entry: Entry): Read {
  if (Array.isArray(entry)) {
    const reads = entry
      .map((text) => text.trim())
      .filter(Boolean)
      .map((text) => readOne(field, text))
    const wrong = reads.find((read) => 'fault' in read)
    if (wrong) return wrong
    return { value: reads.map((read) => ('value' in read ? read.value : undefined)) }
  }
  const text = entry.trim()
  if (text === '') return field.required && !field.masked ? { fault: 'missing' } : { value: null }
  return readOne(field, text)
}

/**
 * The entries of a form as the fields to send, and what is wrong with them. A masked field that was not typed anew is
 * left out, which leaves it as it is; `making` leaves out what is empty, since there is nothing to take away.
 */
export function readEntries(
  fields: readonly Field[],
  entries: Entries,
  making: boolean,
): { values: Record<string, unknown>; faults: Record<string, Fault> } {
  const values: Record<string, unknown> = {}
  const faults: Record<string, Fault> = {}
  for (const field of fields) {
    const read = readEntry(making ? { ...field, masked: false } : field, entries[field.name] ?? '')
    if ('fault' in read) faults[field.name] = read.fault
    else if (read.value !== null || (!making && !field.masked)) values[field.name] = read.value
  }
  return { values, faults }
}

export const sameEntry = (one: Entry | undefined, other: Entry | undefined): boolean =>
  JSON.stringify(one ?? '') === JSON.stringify(other ?? '')

/** Today in China, as a day field takes it. */
export const today = (): string => dayText(Date.now())
