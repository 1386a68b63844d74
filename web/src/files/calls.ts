import { callSettings, get, post } from '../api/client'
import { asCallError, CallError, errorOf } from '../api/problem'
import { addressOf, type AnswerOf } from '../api/request'
import type { components } from '../api/schema'

export type FileShown = AnswerOf<'post', '/api/{register}/{id}/files'>
/** A place of a register's records for files, as `GET /api/records` describes it. */
export type FilePlace = components['schemas']['file_field_description']

export const k_files_fresh_ms = 30_000

/**
 * Sends one file and tells how far it is, from 0 to 1; fetch() cannot tell that. What the server refuses is thrown
 * like that of any call.
 */
function send(address: string, file: Blob, told: (share: number) => void, signal: AbortSignal): Promise<FileShown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', callSettings.language)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (callSettings.csrfToken) request.setRequestHeader('X-CSRF-Token', callSettings.csrfToken)
    request.upload.onprogress = (event) => told(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new CallError(0, 'network', ''))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    request.onload = async () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as FileShown)
      if (request.status === 401) callSettings.onSignedOut()
      reject(await errorOf(new Response(request.responseText, { status: request.status })))
    }
    signal.addEventListener('abort', () => request.abort())
    // A file that changed on the disk after it was chosen can no longer be read by the browser.
    try {
      request.send(file)
    } catch (thrown) {
      reject(asCallError(thrown))
    }
  })
}

/** Cases keep files as registers do: `path` is that of either, `/api/cases` too. */
const recordAt = (path: string, record: string) => ({ register: path.replace('/api/', ''), id: record })

/** The calls about the files of one record; `path` is its register's own. */
export const files = {
  list: async (path: string, record: string, signal?: AbortSignal) =>
    (await get('/api/{register}/{id}/files', { path: recordAt(path, record), signal })).files,
  send: (path: string, record: string, field: string, file: File, told: (share: number) => void, signal: AbortSignal) => {
    const query = { field, name: file.name }
    return send(addressOf('/api/{register}/{id}/files', { path: recordAt(path, record), query }), file, told, signal)
  },
  remove: (path: string, record: string, file: string) =>
    post('/api/{register}/{id}/files/{file}/remove', { path: { ...recordAt(path, record), file } }),
  address: (path: string, record: string, file: string) =>
    addressOf('/api/{register}/{id}/files/{file}', { path: { ...recordAt(path, record), file } }),
  thumbnail: (path: string, record: string, file: string) =>
    addressOf('/api/{register}/{id}/files/{file}/thumbnail', { path: { ...recordAt(path, record), file } }),
}
