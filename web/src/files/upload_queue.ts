import { reactive } from 'vue'
import { asCallError, type CallError } from '../api/problem'

export type UploadState = 'waiting' | 'sending' | 'done' | 'failed' | 'cancelled' | 'too_large'
export interface UploadItem {
  key: number
  file: File
  state: UploadState
  /** From 0 to 1; at 1 all is sent and the server is checking. */
  share: number
  error?: CallError
}
export type SendFile<Sent> = (file: File, told: (share: number) => void, signal: AbortSignal) => Promise<Sent>

const k_at_once = 2

/**
 * Files on their way, a few at a time; what fails stays in the list until it is tried again or dismissed.
 * `sent` is called for each that has arrived.
 */
export function useUploads<Sent>(send: SendFile<Sent>, sent: (item: UploadItem, answer: Sent) => void, failed: (item: UploadItem) => void) {
  const items = reactive<UploadItem[]>([])
  const stops = new Map<number, AbortController>()
  let next = 1

  async function run(item: UploadItem): Promise<void> {
    const stop = new AbortController()
    stops.set(item.key, stop)
    Object.assign(item, { state: 'sending', share: 0, error: undefined })
    try {
      const answer = await send(item.file, (share) => (item.share = share), stop.signal)
      item.state = 'done'
      drop(item)
      sent(item, answer)
    } catch (thrown) {
      item.state = stop.signal.aborted ? 'cancelled' : 'failed'
      if (item.state === 'failed') {
        item.error = asCallError(thrown)
        failed(item)
      }
    } finally {
      stops.delete(item.key)
      pump()
    }
  }
  function pump(): void {
    while (stops.size < k_at_once) {
      const item = items.find((one) => one.state === 'waiting')
      if (!item) return
      void run(item)
    }
  }
  /** Files larger than `bytes_max` are told so without being sent. */
  function add(files: Iterable<File>, bytes_max: number): void {
    for (const file of files) items.push({ key: next++, file, state: file.size > bytes_max ? 'too_large' : 'waiting', share: 0 })
    pump()
  }
  function cancel(item: UploadItem): void {
    if (item.state === 'waiting') item.state = 'cancelled'
    stops.get(item.key)?.abort()
  }
  function retry(item: UploadItem): void {
    item.state = 'waiting'
    pump()
  }
  function drop(item: UploadItem): void {
    const place = items.findIndex((one) => one.key === item.key)
    if (place >= 0) items.splice(place, 1)
  }
  function stopAll(): void {
    for (const stop of stops.values()) stop.abort()
  }
  return { items, add, cancel, retry, drop, stopAll }
}
