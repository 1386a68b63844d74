import type { ComputedPoint, SeriesPoint, Target } from '../api/types'
import { toNumber } from '../look/number'

export interface TrendRow {
  period: string
  value?: number
  target?: number
  computed?: number
  synthetic: boolean
}

/** Reported values, targets and computed values on one line of time: periods sorted, each once; of several computed ones of a period the last. */
export function trendRows(
  series: readonly SeriesPoint[],
  targets: readonly Target[],
  computed: readonly Pick<ComputedPoint, 'period' | 'value'>[] = [],
): TrendRow[] {
  const rows = new Map<string, TrendRow>()
  for (const point of series) rows.set(point.period, { period: point.period, value: toNumber(point.value), synthetic: point.synthetic })
  for (const target of targets) {
    const row = rows.get(target.period) ?? { period: target.period, synthetic: false }
    rows.set(target.period, { ...row, target: toNumber(target.value) })
  }
  for (const point of computed) {
    const row = rows.get(point.period) ?? { period: point.period, synthetic: false }
    rows.set(point.period, { ...row, computed: toNumber(point.value) })
  }
  return [...rows.values()].sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** The axis leaves out the part that says nothing only where all values are far from zero. */
export function farFromZero(rows: readonly TrendRow[]): boolean {
  const values = rows.flatMap((row) => [row.value, row.target, row.computed]).filter((value): value is number => value !== undefined)
  return values.length > 0 && Math.min(...values) > Math.max(...values) * 0.8
}
