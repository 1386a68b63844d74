import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { asCallError, type CallError } from '../api/problem'
import { stateOf, type LoadState } from '../look/load'
import { inbox } from './calls'
import type { InboxRow, View } from './types'

const k_page_rows = 50

export interface InboxList {
  rows: Ref<InboxRow[]>
  more: ComputedRef<boolean>
  state: ComputedRef<LoadState>
  error: Ref<CallError | undefined>
  busy: Ref<boolean>
  /** Asks anew for as many rows as are shown. */
  reload: () => Promise<void>
  loadMore: () => Promise<void>
}

/** The rows of one view and kind, page after page; an older answer never overwrites a newer one. */
export function useInboxList(view: Ref<View>, kind: Ref<string>): InboxList {
  const rows = shallowRef<InboxRow[]>([])
  const after = ref<string>()
  const known = ref(false)
  const error = shallowRef<CallError>()
  const busy = ref(false)
  let running: AbortController | undefined

  async function ask(from: string | undefined, count: number, before: InboxRow[]): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const page = await inbox.page({ view: view.value, kind: kind.value || undefined, after: from, rows: count }, mine.signal)
      if (mine.signal.aborted) return
      rows.value = [...before, ...page.rows]
      after.value = page.after
      known.value = true
      error.value = undefined
    } catch (thrown) {
      if (!mine.signal.aborted) error.value = asCallError(thrown)
    } finally {
      if (!mine.signal.aborted) busy.value = false
    }
  }

  const reload = (): Promise<void> => ask(undefined, Math.min(200, Math.max(k_page_rows, rows.value.length)), [])
  watch(
    [view, kind],
    () => {
      known.value = false
      rows.value = []
      void reload()
    },
    { immediate: true },
  )
  return {
    rows,
    error,
    busy,
    reload,
    loadMore: () => ask(after.value, k_page_rows, rows.value),
    more: computed(() => after.value !== undefined),
    state: computed(() => stateOf(known.value ? rows.value : undefined, error.value, (all) => all.length === 0)),
  }
}
