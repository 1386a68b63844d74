import type { IndicatorState } from '../api/types'

/** The period that most targets have; of equals the one that stands first. Undefined when there is no target. */
export function usualPeriod(rows: readonly Pick<IndicatorState, 'target'>[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { target } of rows) if (target) counts.set(target.period, (counts.get(target.period) ?? 0) + 1)
  let usual: string | undefined
  for (const [period, count] of counts) if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = period
  return usual
}
