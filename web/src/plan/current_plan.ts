import { reactive, watch, type Ref } from 'vue'
import { plans } from '../api/calls'
import type { PlanHead } from '../api/types'
import { session } from '../shell/session'
import { k_national, loneOwnPlan } from './lone_plan'

/** The plan whose rooms the reader is in; the frame shows its name. */
export const currentPlan = reactive<{ head: PlanHead | undefined }>({ head: undefined })

const k_store_key = 'laoyou.plan'

/** The plan last opened in this tab, so that the menu of a page outside any plan is still there after a reload. */
export function lastPlan(): string {
  try {
    return sessionStorage.getItem(k_store_key) ?? ''
  } catch {
    return ''
  }
}

/** Brings back the plan last opened, else the one plan the account has; called where the address names none. */
export async function recallPlan(): Promise<void> {
  if (currentPlan.head) return
  const key = lastPlan()
  const head = key ? await plans.one(key).catch(() => undefined) : undefined
  currentPlan.head ??= head ?? (await ownPlan())
}

/** The plan an account works in when it has opened none yet: its only one, else the one written for its own place. */
async function ownPlan(): Promise<PlanHead | undefined> {
  const heads = await plans.list().then(
    (list) => list.rows,
    () => [],
  )
  const key = loneOwnPlan(heads) ?? heads.find((head) => head.region === session.me?.region && head.plan !== k_national)?.plan
  return heads.find((head) => head.plan === key)
}

function remember(key: string): void {
  try {
    sessionStorage.setItem(k_store_key, key)
  } catch {
    // the menu is shorter after a reload, nothing else
  }
}

/** Keeps the current plan in step with the address. A plan that cannot be read is told by the page, not here. */
export function useCurrentPlan(plan: Ref<string>): void {
  watch(
    plan,
    async (key) => {
      if (currentPlan.head?.plan === key) return
      try {
        const head = await plans.one(key)
        if (plan.value !== key) return
        currentPlan.head = head
        remember(key)
      } catch {
        currentPlan.head = undefined
      }
    },
    { immediate: true },
  )
}
