import { toNumber } from '../look/number'
import type { Lever, LeverRow, Variant } from './types'

/** At most so many stand side by side; the server compares no more. */
export const k_variants_most = 4

/** What somebody changed in one variant: values by parameter and by position of the row, expressions by rule. */
export interface Draft {
  name: string
  values: Record<string, Record<number, string>>
  rules: Record<string, string>
}
export const emptyDraft = (name: string): Draft => ({ name, values: {}, rules: {} })
export const isChanged = (draft: Draft): boolean => Object.keys(draft.values).length > 0 || Object.keys(draft.rules).length > 0

/** The value of a row as it stands in the draft, as the plan would write it. */
export function valueIn(draft: Draft, lever: Lever, row: number): string {
  return draft.values[lever.key]?.[row] ?? lever.rows[row]?.value ?? ''
}

/** "80" for a row that is written "50元" is "80元"; a blank stays where the plan has one. */
export function written(row: LeverRow, number: string): string {
  if (!row.unit) return number
  return number + (/\d\s+\S/.test(row.value) ? ' ' : '') + row.unit
}

/** The number in front of the unit, as somebody would type it. */
export function numberIn(row: LeverRow, value: string): string {
  const text = row.unit && value.endsWith(row.unit) ? value.slice(0, -row.unit.length) : value
  return text.trim().replace(/,/g, '')
}

/** Changes one row; a value that is the plan's own again is no change. */
export function changed(draft: Draft, lever: Lever, row: number, value: string): Draft {
  const own = { ...draft.values[lever.key], [row]: value }
  const kept = Object.fromEntries(Object.entries(own).filter(([at, text]) => text !== lever.rows[Number(at)]?.value))
  const values = { ...draft.values, [lever.key]: kept }
  if (Object.keys(kept).length === 0) delete values[lever.key]
  return { ...draft, values }
}

export function withRule(draft: Draft, key: string, expression: string, before: string): Draft {
  const rules = { ...draft.rules, [key]: expression }
  if (expression.trim() === before.trim()) delete rules[key]
  return { ...draft, rules }
}

/** What the server is asked: a changed parameter goes whole, because a table holds or falls as one. */
export function variantOf(draft: Draft, levers: readonly Lever[]): Variant {
  return {
    name: draft.name,
    parameters: levers
      .filter((lever) => draft.values[lever.key])
      .map((lever) => ({ key: lever.key, rows: lever.rows.map((row, at) => ({ key: row.key, value: valueIn(draft, lever, at) })) })),
    rules: Object.entries(draft.rules).map(([key, expression]) => ({ key, expression })),
  }
}

/** How far a slider goes and by how much: to twice the value or a little more, in steps that people would choose. */
export function scaleOf(row: LeverRow): { least: number; greatest: number; step: number } {
  const value = toNumber(row.number) ?? 0
  const size = Math.abs(value)
  if (size === 0) return { least: row.unit === '%' ? -100 : 0, greatest: row.unit === '%' ? 100 : 200, step: row.unit === '%' ? 1 : 10 }
  const magnitude = 10 ** Math.floor(Math.log10(size))
  const whole = Number.isInteger(value)
  const step = Math.max(magnitude / 10, whole ? 1 : 0.01)
  const greatest = Math.ceil((size * 2) / magnitude) * magnitude
  return { least: value < 0 ? -greatest : 0, greatest, step }
}
