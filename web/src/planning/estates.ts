import type { EstateRow } from './types'

export const k_steps = ['planned_together', 'built_together', 'accepted_together', 'handed_over_together'] as const
export type Step = (typeof k_steps)[number]
export type Cure = { what: 'area'; space: 'elderly' | 'childcare'; m2: number } | { what: 'step'; step: Step }

/** What would cure an estate: the floor area that is missing of each space, and each step that is known not to have been taken with the homes. */
export function cureOf(row: EstateRow): Cure[] {
  const areas: Cure[] = row.needs.flatMap((need) =>
    need.missing_m2 ? [{ what: 'area' as const, space: need.space, m2: need.missing_m2 }] : [],
  )
  const steps: Cure[] = row.newly_built
    ? k_steps.filter((step) => row[step] === false).map((step) => ({ what: 'step' as const, step }))
    : []
  return [...areas, ...steps]
}
