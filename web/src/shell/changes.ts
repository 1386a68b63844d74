import { onScopeDispose } from 'vue'
import { accounts } from '../api/calls'
import { addressOf } from '../api/request'

type Change = 'plans_changed' | 'readings_changed' | 'records_changed' | 'inbox_changed' | 'job_changed'
type About = { plan?: string; region?: string; id?: string; record?: string }
type Listener = (about: About) => void

const k_kinds: Change[] = ['plans_changed', 'readings_changed', 'records_changed', 'inbox_changed', 'job_changed']
const k_pause_ms = 5000

const listeners = new Map<Change, Set<Listener>>(k_kinds.map((kind) => [kind, new Set()]))
let source: EventSource | undefined
let pause: ReturnType<typeof setTimeout> | undefined

/**
 * Calls back when the server says that something changed elsewhere. All who listen share one connection (a browser has
 * only six to one server, and officials keep many pages open); a page in the background lets it go and asks anew when it
 * is looked at again.
 */
export function useChanges(kinds: Change[], then: Listener): void {
  for (const kind of kinds) listeners.get(kind)?.add(then)
  connect()
  onScopeDispose(() => {
    for (const kind of kinds) listeners.get(kind)?.delete(then)
    if (everyone().size === 0) disconnect()
  })
}

const everyone = (): Set<Listener> => new Set([...listeners.values()].flatMap((those) => [...those]))

function connect(): void {
  if (source || document.hidden || everyone().size === 0) return
  const mine = (source = new EventSource(addressOf('/api/events')))
  for (const kind of k_kinds) {
    mine.addEventListener(kind, (event) => {
      const about = aboutOf(event as MessageEvent<string>)
      for (const listener of [...(listeners.get(kind) ?? [])]) listener(about)
    })
  }
  // A connection that broke is made again by the browser; one that the server refused is not, and must not die in silence.
  mine.addEventListener('error', () => {
    if (mine.readyState === EventSource.CLOSED && source === mine) void comeBack()
  })
}

function disconnect(): void {
  clearTimeout(pause)
  source?.close()
  source = undefined
}

/** Asks who is signed in, which leads to the sign-in page when nobody is; otherwise connects again after a while. */
async function comeBack(): Promise<void> {
  disconnect()
  const signed_in = await accounts.me().then(
    () => true,
    (thrown: { status?: number }) => thrown.status !== 401,
  )
  if (!signed_in || source) return
  clearTimeout(pause)
  pause = setTimeout(resume, k_pause_ms)
}

/** What was missed meanwhile is not known: everyone looks again. */
function resume(): void {
  if (source) return
  connect()
  if (source) for (const listener of everyone()) listener({})
}

document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : resume()))

function aboutOf(event: MessageEvent<string>): About {
  try {
    return JSON.parse(event.data) as About
  } catch {
    return {} // an event without details means: anything may have changed
  }
}
