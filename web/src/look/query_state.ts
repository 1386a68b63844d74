import { computed, type ComputedRef, type Ref } from 'vue'
import { asCallError, type CallError } from '../api/problem'
import { stateOf, type LoadState } from './load'

interface Asked<Data> {
  data: Ref<Data | undefined>
  error: Ref<Error | null>
  refetch: () => unknown
}

/** A query's answer in the states that every list shows. An error beside an older answer stands instead of it: old rows must not pass for new ones. */
export function useQueryState<Data>(
  query: Asked<Data>,
  isEmpty: (data: Data) => boolean = () => false,
): { state: ComputedRef<LoadState>; error: ComputedRef<CallError | undefined>; retry: () => void } {
  const error = computed(() => (query.error.value ? asCallError(query.error.value) : undefined))
  return { error, state: computed(() => stateOf(query.data.value, error.value, isEmpty)), retry: () => void query.refetch() }
}
