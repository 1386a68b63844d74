import { ref } from 'vue'

/** Where the reader is going while a page is fetched, and where fetching one failed. */
export const going = ref(false)
export const failed_at = ref('')

const k_reloaded_key = 'laoyou.reloaded'
const k_once_ms = 60_000

/**
 * Whether a page that could not be fetched is worth one reload by itself: after a new release the old file names are gone.
 * Only once a minute, so that a server that is down leads to the message and not to a wheel.
 */
export function mayReload(now_ms: number, storage: Pick<Storage, 'getItem' | 'setItem'>): boolean {
  try {
    if (now_ms - Number(storage.getItem(k_reloaded_key) ?? 0) < k_once_ms) return false
    storage.setItem(k_reloaded_key, String(now_ms))
    return true
  } catch {
    return false
  }
}
