import { computed, type ComputedRef, type Ref, type WatchSource } from 'vue'
import type { CallError } from '../api/problem'
import { useLoad, type LoadState } from '../look/load'
import { useClear } from './query'

/** A list that comes whole and is narrowed on the page by filters in the address. */
export interface FilteredList<Row> {
  rows: ComputedRef<Row[]>
  shown: ComputedRef<Row[]>
  /** "empty" also when the filters leave nothing. */
  state: ComputedRef<LoadState>
  error: Ref<CallError | undefined>
  busy: Ref<boolean>
  reload: () => Promise<void>
  filtered: ComputedRef<boolean>
  clear: () => void
}

interface Filtering<Row> {
  ask: (signal: AbortSignal) => Promise<{ rows: Row[] }>
  /** Asked anew when one of these changes. */
  on: WatchSource[]
  /** The names of the filters in the address. */
  filters: string[]
  order?: (rows: Row[]) => Row[]
  fits: (row: Row) => boolean
}

export function useFilteredList<Row>({ ask, on, filters, order = (rows) => rows, fits }: Filtering<Row>): FilteredList<Row> {
  const { data, state: loaded, error, busy, reload } = useLoad(ask, on, (list) => list.rows.length === 0)
  const rows = computed(() => order(data.value?.rows ?? []))
  const shown = computed(() => rows.value.filter(fits))
  const state = computed<LoadState>(() => (loaded.value === 'ready' && shown.value.length === 0 ? 'empty' : loaded.value))
  return { rows, shown, state, error, busy, reload, ...useClear(filters) }
}
