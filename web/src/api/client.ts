import { asCallError, errorOf } from './problem'
import { filledIn, type Answering, type AnswerOf, type Asked, type Method } from './request'

/** What the client must know of the session; the shell fills it in, so that this file knows no screen. */
export const callSettings = {
  csrfToken: '',
  language: 'zh',
  /** Called when the server says that nobody is signed in. */
  onSignedOut: (): void => {},
  /** Called when the server wants the password typed again; whether it was. */
  prove: async (): Promise<boolean> => false,
}

interface Call {
  path?: Record<string, string | number>
  query?: object
  body?: unknown
  file?: Blob
  signal?: AbortSignal
}

async function call(method: Method, address: string, asked: Call = {}): Promise<unknown> {
  const { file, signal } = asked
  // What sends no file sends JSON, also where it has nothing to say.
  const body = asked.body ?? ((method === 'post' || method === 'put') && !file ? {} : undefined)
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': callSettings.language }
  if (method !== 'get' && callSettings.csrfToken) headers['X-CSRF-Token'] = callSettings.csrfToken
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (file) headers['Content-Type'] = 'application/octet-stream'
  let answer: Response
  try {
    answer = await fetch(filledIn(address, asked), {
      method: method.toUpperCase(),
      headers,
      signal,
      credentials: 'same-origin',
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw asCallError(thrown)
  }
  if (!answer.ok) {
    const error = await errorOf(answer)
    // Signing in answers 401 for a wrong password: that is no lost session.
    if (answer.status === 401 && address !== '/api/accounts/sign-in') callSettings.onSignedOut()
    if (error.code === 'accounts.prove_again' && (await callSettings.prove())) return call(method, address, asked)
    throw error
  }
  return answer.status === 204 ? {} : answer.json()
}

/** Asks the server: `get('/api/accounts/{id}/sessions', { path: { id }, signal })`. */
type Ask<M extends Method> = <A extends Answering<M>>(address: A, ...asked: Asked<M, A>) => Promise<AnswerOf<M, A>>
const asking = <M extends Method>(method: M): Ask<M> => ((address: string, asked?: Call) => call(method, address, asked)) as Ask<M>

export const get = asking('get')
export const post = asking('post')
export const put = asking('put')
export const remove = asking('delete')

/** The name that the server gives a file: filename*=UTF-8''… before filename="…". */
export function nameOfFile(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  try {
    if (encoded) return decodeURIComponent(encoded)
  } catch {
    // not what it says it is: the plain name follows
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? otherwise
}

/**
 * Fetches a file and hands it to the browser to keep; a refusal is thrown like that of any call instead of being saved as a file. With `sent` the
 * server makes it out of that one.
 */
export async function download(address: string, otherwise: string, sent?: Blob): Promise<void> {
  let answer: Response
  const headers: Record<string, string> = { 'Accept-Language': callSettings.language }
  if (sent) Object.assign(headers, { 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': callSettings.csrfToken })
  try {
    answer = await fetch(address, { method: sent ? 'POST' : 'GET', headers, credentials: 'same-origin', body: sent })
  } catch (thrown) {
    throw asCallError(thrown)
  }
  if (!answer.ok) {
    const error = await errorOf(answer)
    if (answer.status === 401) callSettings.onSignedOut()
    throw error
  }
  const held = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = held
  link.download = nameOfFile(answer.headers.get('Content-Disposition'), otherwise)
  link.click()
  setTimeout(() => URL.revokeObjectURL(held), 60_000)
}
