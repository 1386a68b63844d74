import { reactive, watch, type Ref } from 'vue'
import { plans } from '../api/calls'
import type { PlanHead } from '../api/types'

/** The plan whose rooms the reader is in; the frame shows its name. */
export const currentPlan = reactive<{ head: PlanHead | undefined }>({ head: undefined })

/** Keeps the current plan in step with the address. A plan that cannot be read is told by the page, not here. */
export function useCurrentPlan(plan: Ref<string>): void {
  watch(
    plan,
    async (key) => {
      if (currentPlan.head?.plan === key) return
      try {
        const head = await plans.one(key)
        if (plan.value === key) currentPlan.head = head
      } catch {
        currentPlan.head = undefined
      }
    },
    { immediate: true },
  )
}
