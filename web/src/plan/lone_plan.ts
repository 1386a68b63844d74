import type { PlanHead } from '../api/types'

export const k_national = 'national'

/** The one plan an account has besides the national layer; undefined when there are several or none. */
export function loneOwnPlan(heads: readonly Pick<PlanHead, 'plan'>[]): string | undefined {
  const own = heads.filter((head) => head.plan !== k_national)
  return own.length === 1 ? own[0].plan : undefined
}
