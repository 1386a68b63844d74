import type { LocationQuery } from 'vue-router'
import type { Order } from '../look/sort'
import type { Filters } from './calls'
import { isOwn, type Field, type FieldKind, type Register } from './description'

/** A list's filters, order and place stand in the address of the page, under the names that the server takes. */

const k_range_kinds = new Set<FieldKind>(['whole', 'decimal', 'measure', 'money', 'minutes', 'day', 'instant'])

/** Whether a field is narrowed from below and above instead of by one value. */
export const isRange = (field: Field): boolean => k_range_kinds.has(field.kind) && !field.many

/** What is written for "nothing is known of it": another word where none is itself a choice. */
export const noneKnown = (field: Field): string => (field.choices?.some((choice) => choice.value === 'none') ? 'empty' : 'none')

/** The names in the address that a field's filter uses. */
export const filterNames = (field: Field): string[] => (isRange(field) ? [`${field.name}_from`, `${field.name}_to`] : [field.name])

export const canFilter = (field: Field): boolean => field.filter && isOwn(field) && field.kind !== 'list'
export const canSort = (field: Field): boolean => field.sort && field.kind !== 'list'

const k_tail = '_tail'
/** Filters by the last four characters of fields that are sealed. */
export const tailsOf = (register: Register): Field[] =>
  register.fields
    .filter((field) => field.tail && field.filter)
    .map((field) => ({
      ...field,
      name: field.name + k_tail,
      zh: `${field.zh}末四位`,
      en: `${field.en}, last four`,
      kind: 'text',
      required: true,
    }))
/** Whether lists can be asked as of another day. */
export const isDated = (register: Register): boolean => !!register.ends || register.fields.some((field) => field.follows)

/** Every name of a filter that a register's list knows. */
export const namesOfFilters = (register: Register): string[] => [
  ...(register.searchable ? ['search'] : []),
  ...(register.ends ? ['with_ended'] : []),
  ...(isDated(register) ? ['as_of'] : []),
  ...[...register.fields.filter(canFilter), ...tailsOf(register)].flatMap(filterNames),
]

/** What the address asks of the list. What the register does not know is left out: the server would refuse it by name. */
export function filtersIn(register: Register, address: LocationQuery): Filters {
  const filters: Filters = {}
  for (const name of namesOfFilters(register)) {
    const value = address[name]
    if (typeof value === 'string' && value !== '') filters[name] = value
  }
  return filters
}

/** "-opened" -> by opened, last day first. A field that cannot be sorted by is no order. */
export function orderIn(register: Register, address: LocationQuery): Order | undefined {
  const text = typeof address.sort === 'string' ? address.sort : ''
  const key = text.replace(/^-/, '')
  const field = register.fields.find((one) => one.name === key)
  return field && canSort(field) ? { key, down: text.startsWith('-') } : undefined
}
export const orderText = (order: Order | undefined): string => (order ? (order.down ? '-' : '') + order.key : '')

/** Which filters stand on the page from the beginning: place and a few that are one choice; the others are added by the reader. */
export function firstFilters(register: Register): string[] {
  const k_choices_at_first = 3
  const able = register.fields.filter(canFilter)
  const choices = able.filter((field) => field.kind === 'choice' || field.kind === 'yes_no').slice(0, k_choices_at_first)
  return able.filter((field) => field.name === 'region' || choices.includes(field)).map((field) => field.name)
}

/**
 * The pages passed on the way here, since a cursor leads only forward: `before` are the cursors of the earlier pages
 * (the first page's is ""), and stepping to `after` either goes back to one of them or one further on from `from`.
 */
export function pagesBefore(before: readonly string[], from: string, after: string): string[] {
  const place = before.indexOf(after)
  if (place >= 0) return before.slice(0, place)
  return after === '' ? [] : [...before, from]
}
