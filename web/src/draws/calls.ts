import { get, post } from '../api/client'
import { asCallError, errorOf } from '../api/problem'
import { addressOf, type BodyOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type DrawLine = Schemas['draw_line']
export type DrawnPlace = Schemas['drawn_place']
export type DrawDetail = Schemas['draw_detail']
export type NewDraw = BodyOf<'post', '/api/draws'>
export type DrawHash = NewDraw['hash']

export const draws = {
  list: (page: number, signal?: AbortSignal) => get('/api/draws', { query: { page }, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/draws/{id}', { path: { id }, signal }),
  commit: (draw: NewDraw) => post('/api/draws', { body: draw }),
  run: (id: string, body: BodyOf<'post', '/api/draws/{id}/run'>) => post('/api/draws/{id}/run', { path: { id }, body }),
  replace: (id: string, body: BodyOf<'post', '/api/draws/{id}/replace'>) => post('/api/draws/{id}/replace', { path: { id }, body }),
}

export const published = {
  list: (page: number, signal?: AbortSignal) => get('/api/public/draws', { query: { page }, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/public/draws/{id}', { path: { id }, signal }),
  fileAddress: (id: string) => addressOf('/api/public/draws/{id}/file', { path: { id } }),
  /** The file byte for byte as it was published. */
  async file(id: string): Promise<string> {
    const answer = await fetch(published.fileAddress(id)).catch((thrown) => Promise.reject(asCallError(thrown)))
    if (!answer.ok) throw await errorOf(answer)
    return answer.text()
  },
}
