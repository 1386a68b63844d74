import type { PlanHead } from '../api/types'

export type PlanState = NonNullable<PlanHead['state']>

/** How the plan stands in time: as the server says, else by its own dates. `today` is a date such as "2026-11-29". */
export function planState(head: Partial<Pick<PlanHead, 'state' | 'runs_from' | 'runs_to'>>, today: string): PlanState | undefined {
  if (head.state) return head.state
  if (head.runs_to && head.runs_to < today) return 'ended'
  if (head.runs_from && head.runs_from > today) return 'not_begun'
  return head.runs_to ? 'running' : undefined
}
