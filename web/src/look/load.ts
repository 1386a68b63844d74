import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type WatchSource } from 'vue'
import { asCallError, type CallError } from '../api/problem'

/** What a list or a page can be in. "Too many rows" is told beside the rows, not instead of them. */
export type LoadState = 'loading' | 'ready' | 'empty' | 'error' | 'no_right' | 'not_found'

/** The state of an answer that may not be there yet. */
export function stateOf<Data>(
  data: Data | undefined,
  error: CallError | undefined,
  isEmpty: (data: Data) => boolean = () => false,
): LoadState {
  if (error) return error.noRight ? 'no_right' : error.notFound ? 'not_found' : 'error'
  if (data === undefined) return 'loading'
  return isEmpty(data) ? 'empty' : 'ready'
}

export interface Load<Data> {
  data: Ref<Data | undefined>
  error: Ref<CallError | undefined>
  state: ComputedRef<LoadState>
  /** True while rows on the screen are being replaced. */
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Asks the server now and whenever one of the sources changes; an older answer never overwrites a newer one.
 * `isEmpty` decides whether an answer has nothing to show.
 */
export function useLoad<Data>(
  ask: (signal: AbortSignal) => Promise<Data>,
  on: WatchSource[] = [],
  isEmpty: (data: Data) => boolean = () => false,
): Load<Data> {
  const data = shallowRef<Data>()
  const error = shallowRef<CallError>()
  const busy = ref(true)
  let running: AbortController | undefined

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const answer = await ask(mine.signal)
      if (mine.signal.aborted) return
      data.value = answer
      error.value = undefined
    } catch (thrown) {
      if (mine.signal.aborted) return
      error.value = asCallError(thrown)
      data.value = undefined
    }
    busy.value = false
  }

  const state = computed(() => stateOf(data.value, error.value, isEmpty))

  watch(on, () => void reload())
  onScopeDispose(() => running?.abort())
  void reload()
  return { data, error, state, busy, reload }
}
