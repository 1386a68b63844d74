import { onBeforeUnmount, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { session } from '../shell/session'

/** What was typed and not sent; kept for this browser tab, apart for each plan and account. */
export interface Draft {
  indicator: string
  region: string
  period: string
  value: string
  source: string
}

export const draftKey = (plan: string, account: string): string => `laoyou.draft.${account}.${plan}`

/** The draft under a key; nothing when there is none or it is foreign. */
export function readDraft(key: string, storage: Pick<Storage, 'getItem'> = sessionStorage): Partial<Draft> | undefined {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
    return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'))
  } catch {
    return undefined
  }
}

/** Keeps the form while it holds a value that was not sent, and asks before it is left. `question` is what is asked. */
export function useDraft(form: Draft, plan: () => string, question: () => string): { clear: () => void } {
  // Taken once: when the session ends, the account is gone before the page is.
  const account = session.me?.name ?? ''
  const key = (): string => draftKey(plan(), account)
  const dirty = (): boolean => form.value.trim() !== ''
  const clear = (): void => {
    try {
      sessionStorage.removeItem(key())
    } catch {
      // storage is forbidden: there is nothing to remove
    }
  }
  watch(
    form,
    () => {
      if (!dirty()) return clear()
      try {
        sessionStorage.setItem(key(), JSON.stringify(form))
      } catch {
        // storage is forbidden or full: the question on leaving still stands
      }
    },
    { deep: true },
  )
  const unload = (event: BeforeUnloadEvent): void => {
    if (dirty()) event.preventDefault()
  }
  window.addEventListener('beforeunload', unload)
  onBeforeUnmount(() => window.removeEventListener('beforeunload', unload))
  // Whose session has ended is led to sign in without a question; the draft waits.
  onBeforeRouteLeave(() => !dirty() || !session.me || window.confirm(question()))
  return { clear }
}
