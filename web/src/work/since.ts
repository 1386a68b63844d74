import type { SeriesPoint, Target } from '../api/types'
import { toNumber } from '../look/number'

type Line = Pick<Target, 'comparator' | 'value' | 'value_to'>

/** Whether a value keeps to a target; undefined where either is no number. */
export function keepsTo(value: SeriesPoint['value'], target: Line): boolean | undefined {
  const [held, bound, to] = [toNumber(value), toNumber(target.value), toNumber(target.value_to)]
  if (held === undefined || bound === undefined) return undefined
  switch (target.comparator) {
    case 'at_least':
      return held >= bound
    case 'more':
      return held > bound
    case 'at_most':
      return held <= bound
    case 'less':
      return held < bound
    case 'equal':
      return held === bound
    case 'within':
      return to === undefined ? undefined : held >= bound && held <= to
  }
}

/**
 * Since which period every value of a series, oldest first, has missed the line; `always` when the first of them did so already.
 * Undefined when the last value keeps to the line, or nothing can be compared.
 */
export function missedSince(
  series: readonly Pick<SeriesPoint, 'period' | 'value'>[],
  target: Line,
): { period: string; always: boolean } | undefined {
  let first = series.length
  while (first > 0 && keepsTo(series[first - 1]!.value, target) === false) first -= 1
  return first < series.length ? { period: series[first]!.period, always: first === 0 } : undefined
}
