import { onScopeDispose, ref } from 'vue'
import { useChanges } from '../shell/changes'
import { inbox } from './calls'
import type { InboxCounts } from './types'

const k_pause_ms = 300

/** How much waits for whoever is signed in; the menu shows it. Undefined until the server has said. */
export const waiting = ref<InboxCounts>()

export async function countAgain(): Promise<void> {
  try {
    waiting.value = await inbox.counts()
  } catch {
    waiting.value = undefined // no count is better than an old one
  }
}

/** Keeps the count while the console is open. Several changes at once are one question. */
export function useWaiting(): void {
  let pause: ReturnType<typeof setTimeout> | undefined
  useChanges(['inbox_changed'], () => {
    clearTimeout(pause)
    pause = setTimeout(() => void countAgain(), k_pause_ms)
  })
  onScopeDispose(() => {
    clearTimeout(pause)
    waiting.value = undefined
  })
  void countAgain()
}

/** The count as a badge shows it. */
export function badgeText(open: number): string {
  return open > 99 ? '99+' : String(open)
}
