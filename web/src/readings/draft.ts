import { keptUnder, useKeptForm } from '../look/draft'
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
export function readDraft(key: string, storage?: Pick<Storage, 'getItem'>): Partial<Draft> | undefined {
  const found = keptUnder(key, storage)
  return found && Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'))
}

/** Keeps the form while it holds a value that was not sent, and asks before it is left. `question` is what is asked. */
export function useDraft(form: Draft, plan: () => string, question: () => string): { clear: () => void } {
  // Taken once: when the session ends, the account is gone before the page is.
  const account = session.me?.name ?? ''
  return useKeptForm({
    key: () => draftKey(plan(), account),
    content: () => form,
    dirty: () => form.value.trim() !== '',
    question,
    asks: () => !!session.me,
  })
}
