import { QueryClient } from '@tanstack/vue-query'
import { asCallError } from './problem'

const k_tries_more = 2
const k_pause_ms = 800

/** Whether a question is worth asking again by itself: the server did not answer or could not for the moment. A refusal is an answer. */
export function mayAskAgain(failures: number, thrown: unknown): boolean {
  const { status } = asCallError(thrown)
  return failures < k_tries_more && (status === 0 || status === 502 || status === 503 || status === 504)
}

/**
 * The one memory of what the server has said; whoever signs in begins with an empty one (ConsoleShell). It is handed to
 * each query by name instead of by a plugin, so that the public pages need not fetch it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: mayAskAgain,
      retryDelay: (failures) => k_pause_ms * 2 ** failures,
      networkMode: 'always', // a server in the house answers without the internet
      staleTime: 0,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

queryClient.mount()
