import { onScopeDispose } from 'vue'

type Change = 'plans_changed' | 'readings_changed'

/** Calls back when the server says that something changed elsewhere. The browser reconnects by itself. */
export function useChanges(kinds: Change[], then: (about: { plan?: string; region?: string }) => void): void {
  const source = new EventSource('/api/events')
  for (const kind of kinds) {
    source.addEventListener(kind, (event) => {
      try {
        then(JSON.parse((event as MessageEvent<string>).data || '{}') as { plan?: string; region?: string })
      } catch {
        then({})
      }
    })
  }
  onScopeDispose(() => source.close())
}
