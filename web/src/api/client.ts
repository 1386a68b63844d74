import { asCallError, errorOf } from './problem'

/** What the client must know of the session; the shell fills it in, so that this file knows no screen. */
export const callSettings = {
  csrfToken: '',
  language: 'zh',
  /** Called when the server says that nobody is signed in. */
  onSignedOut: (): void => {},
  /** Called when the server wants the password typed again; whether it was. */
  prove: async (): Promise<boolean> => false,
}

export type Query = Record<string, string | number | boolean | undefined>

export function addressOf(path: string, query: Query = {}): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parts.set(name, String(value))
  }
  const text = parts.toString()
  return text ? `${path}?${text}` : path
}

interface Call {
  query?: Query
  body?: unknown
  file?: Blob
  signal?: AbortSignal
}

async function call<Answer>(method: string, path: string, { query, body, file, signal }: Call = {}): Promise<Answer> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': callSettings.language }
  if (method !== 'GET' && callSettings.csrfToken) headers['X-CSRF-Token'] = callSettings.csrfToken
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (file) headers['Content-Type'] = 'application/octet-stream'
  let answer: Response
  try {
    answer = await fetch(addressOf(path, query), {
      method,
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
    if (answer.status === 401 && !path.startsWith('/api/accounts/sign-in')) callSettings.onSignedOut()
    if (error.code === 'accounts.prove_again' && (await callSettings.prove())) return call(method, path, { query, body, file, signal })
    throw error
  }
  return (answer.status === 204 ? {} : await answer.json()) as Answer
}

export const get = <Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> => call('GET', path, { query, signal })
export const post = <Answer>(path: string, body: unknown = {}, query?: Query): Promise<Answer> => call('POST', path, { body, query })
export const put = <Answer>(path: string, body: unknown): Promise<Answer> => call('PUT', path, { body })
export const remove = <Answer>(path: string): Promise<Answer> => call('DELETE', path)
export const upload = <Answer>(path: string, query: Query, file: Blob): Promise<Answer> => call('POST', path, { query, file })

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
