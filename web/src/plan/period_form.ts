import type { PeriodFormRow } from '../api/types'
import { toNumber, typedNumber } from '../look/number'

export type FormFault = { kind: 'bad' | 'whole' | 'less' | 'more'; bound?: string }

/** What is wrong with a typed value before it is sent; undefined when nothing is, or nothing was typed. */
export function faultOf(row: Pick<PeriodFormRow, 'whole' | 'least' | 'most'>, typed: string): FormFault | undefined {
  if (!typed.trim()) return undefined
  const value = typedNumber(typed)
  if (value === undefined) return { kind: 'bad' }
  if (row.whole && !Number.isInteger(value)) return { kind: 'whole' }
  const [least, most] = [toNumber(row.least), toNumber(row.most)]
  if (least !== undefined && value < least) return { kind: 'less', bound: String(row.least) }
  if (most !== undefined && value > most) return { kind: 'more', bound: String(row.most) }
  return undefined
}

/** The rows whose typed value is new: not empty, and other than what is known of them already, sent or in the draft. */
export function fresh<Row extends Pick<PeriodFormRow, 'indicator' | 'reported'>>(
  rows: readonly Row[],
  typed: Record<string, string>,
  known: (row: Row) => number | undefined = (row) => toNumber(row.reported?.value),
): Row[] {
  return rows.filter((row) => {
    const value = typedNumber(typed[row.indicator] ?? '')
    return value !== undefined && value !== known(row)
  })
}

/** How complete: 0 to 100, whole, and 100 only when nothing is missing. */
export function ratePercent(sent: number, owed: number): number {
  return owed === 0 ? 100 : Math.floor((sent * 100) / owed)
}
