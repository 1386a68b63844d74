import type { Decimal, MatrixRow } from '../api/types'
import { k_lights } from '../look/light'
import { numberText, toNumber } from '../look/number'

/** What the cells show: the values, or how they changed. */
export type Shown = 'value' | 'previous' | 'year'

/** A change with its sign: "+3.2", "−1", "0". */
export function changeText(change: Decimal | undefined): string {
  const number = toNumber(change)
  if (number === undefined) return ''
  if (number === 0) return '0'
  return `${number > 0 ? '+' : '−'}${numberText(Math.abs(number))}`
}

/** The rows by how one place stands, the worst first; in the plan's order where no place was picked. */
export function sortedBy(rows: readonly MatrixRow[], place: number): MatrixRow[] {
  if (place < 0) return [...rows]
  const light = (row: MatrixRow): number => k_lights.indexOf(row.cells[place]?.light ?? 'no_target')
  const rank = (row: MatrixRow): number => row.cells[place]?.rank ?? 0
  return [...rows].sort((a, b) => light(a) - light(b) || rank(b) - rank(a))
}
