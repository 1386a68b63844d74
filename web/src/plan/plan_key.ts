import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

/** The plan named in the address. */
export function usePlanKey(): ComputedRef<string> {
  const route = useRoute()
  return computed(() => String(route.params.plan ?? ''))
}
