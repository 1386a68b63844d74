import { ref, type Ref } from 'vue'
import { asCallError, type CallError } from '../api/problem'
import { clearMessage } from '../shell/announce'

/** Puts the focus on the first field that is marked as wrong. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"], form .wrong input')?.focus())
}

/** Sends a form once at a time and keeps what the server refused, by field. */
export function useForm(): {
  busy: Ref<boolean>
  error: Ref<CallError | undefined>
  send: (work: () => Promise<void>) => Promise<boolean>
} {
  const busy = ref(false)
  const error = ref<CallError>() as Ref<CallError | undefined>
  async function send(work: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    error.value = undefined
    clearMessage() // what was said of the sending before is not said of this one
    try {
      await work()
      return true
    } catch (thrown) {
      error.value = asCallError(thrown)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, error, send }
}
