import { onBeforeUnmount, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** What lies under a key of this browser tab; nothing when there is none or it is foreign. */
export function keptUnder(key: string, storage: Pick<Storage, 'getItem'> = sessionStorage): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

interface Kept {
  key: () => string
  /** What is kept, as JSON; read again whenever the form changes. */
  content: () => object
  /** Whether something was typed that is not sent. */
  dirty: () => boolean
  /** The question before the page is left. */
  question: () => string
  /** Whether to ask at all: whose session has ended is led to sign in without a question, and the draft waits. */
  asks: () => boolean
}

/** Keeps a form while it holds what was not sent, and asks before it is left. */
export function useKeptForm({ key, content, dirty, question, asks }: Kept): { clear: () => void } {
  const clear = (): void => {
    try {
      sessionStorage.removeItem(key())
    } catch {
      // storage is forbidden: there is nothing to remove
    }
  }
  watch(
    () => (dirty() ? JSON.stringify(content()) : ''),
    (text) => {
      if (!text) return clear()
      try {
        sessionStorage.setItem(key(), text)
      } catch {
        // storage is forbidden or full: the question on leaving still stands
      }
    },
  )
  const unload = (event: BeforeUnloadEvent): void => {
    if (dirty()) event.preventDefault()
  }
  window.addEventListener('beforeunload', unload)
  onBeforeUnmount(() => window.removeEventListener('beforeunload', unload))
  onBeforeRouteLeave(() => !dirty() || !asks() || window.confirm(question()))
  return { clear }
}
