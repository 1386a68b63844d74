import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** A filter that lives in the address, so that a view can be sent to a colleague and "back" undoes it. */
export function useQuery(name: string, push = false): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : ''
    },
    set: (value) => {
      const query: LocationQueryRaw = { ...route.query, [name]: value || undefined }
      // A place within the old list is none within the new one.
      if (name !== 'page') delete query.page
      if (name !== 'after') delete query.after
      // Typing would leave a step for every letter; every other change can be undone by going back.
      const typed = name === 'search' && route.query[name] !== undefined && !!value
      void (push || !typed ? router.push({ query }) : router.replace({ query }))
    },
  })
}

/** Takes away the named filters at once, as one step that can be undone. */
export function useClear(names: readonly string[]): { clear: () => void; filtered: ComputedRef<boolean> } {
  const route = useRoute()
  const router = useRouter()
  return {
    filtered: computed(() => names.some((name) => !!route.query[name])),
    clear: () => {
      const query = Object.fromEntries(
        Object.entries(route.query).filter(([name]) => name !== 'page' && name !== 'after' && !names.includes(name)),
      )
      void router.push({ query })
    },
  }
}

/** A page number in the address, 1 when absent. */
export function usePageQuery(): WritableComputedRef<number> {
  const text = useQuery('page', true)
  return computed({ get: () => Math.max(1, Number(text.value) || 1), set: (page) => (text.value = page === 1 ? '' : String(page)) })
}
