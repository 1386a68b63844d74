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

/** The procedure by which a developer is told. */
export const k_notice = 'estate_shortfall'

/** What is known of a shortfall, as the case of notice takes it. Areas are rounded up to whole square metres. */
export function shortfallValues(row: EstateRow, words: { steps: (step: Step) => string; ground: string }): Record<string, unknown> {
  const cures = cureOf(row)
  const missing = (space: 'elderly' | 'childcare'): number =>
    Math.ceil(cures.reduce((sum, one) => (one.what === 'area' && one.space === space ? sum + one.m2 : sum), 0))
  const steps = cures.flatMap((one) => (one.what === 'step' ? [words.steps(one.step)] : []))
  return {
    estate: row.id,
    estate_name: row.name,
    households: row.households,
    missing_elderly: missing('elderly'),
    missing_childcare: missing('childcare'),
    ...(steps.length ? { missing_steps: steps.join('、') } : {}),
    ...(words.ground ? { ground: words.ground } : {}),
  }
}
