import { onScopeDispose } from 'vue'

type Change = 'plans_changed' | 'readings_changed'
type About = { plan?: string; region?: string }

/**
 * Calls back when the server says that something changed elsewhere. A page in the background lets its connection go
 * (a browser has only six to one server, and officials keep many pages open) and asks anew when it is looked at again.
 */
export function useChanges(kinds: Change[], then: (about: About) => void): void {
  let source: EventSource | undefined

  function listen(): void {
    source = new EventSource('/api/events')
    for (const kind of kinds) source.addEventListener(kind, (event) => then(aboutOf(event as MessageEvent<string>)))
  }
  function seen(): void {
    if (document.hidden) {
      source?.close()
      source = undefined
    } else if (!source) {
      listen()
      then({})
    }
  }

  if (!document.hidden) listen()
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seen)
    source?.close()
  })
}

function aboutOf(event: MessageEvent<string>): About {
  try {
    return JSON.parse(event.data) as About
  } catch {
    return {} // an event without details means: anything may have changed
  }
}
