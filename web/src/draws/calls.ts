import { get, post } from '../api/client'
import { asCallError, errorOf } from '../api/problem'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type DrawHash = 'sha256' | 'sm3'
export type DrawLine = Schemas['draw_line']
export type DrawList = Schemas['draw_list']
export type DrawnPlace = Schemas['drawn_place']
export type DrawDetail = Schemas['draw_detail']
export interface NewDraw {
  title: string
  event: string
  event_time: string
  hash: DrawHash
  draws_left: number
  kinds: { kind: string; take: number; inspectors: number; powers?: string }[]
  grades: { credit?: string; lots: number; yearly_minimum: number }[]
  offices: { office: string; commitment: string }[]
}

export const draws = {
  list: (page: number, signal?: AbortSignal) => get<DrawList>('/api/draws', { page }, signal),
  one: (id: string, signal?: AbortSignal) => get<DrawDetail>(`/api/draws/${id}`, {}, signal),
  commit: (draw: NewDraw) => post<DrawDetail>('/api/draws', draw),
  run: (
    id: string,
    body: { version: number; digits: string; source: string; taken: string; secrets: { office: string; secret: string }[] },
  ) => post<DrawDetail>(`/api/draws/${id}/run`, body),
  replace: (id: string, body: { version: number; absent: string[] }) => post<DrawDetail>(`/api/draws/${id}/replace`, body),
}

export const published = {
  list: (page: number, signal?: AbortSignal) => get<DrawList>('/api/public/draws', { page }, signal),
  one: (id: string, signal?: AbortSignal) => get<DrawDetail>(`/api/public/draws/${id}`, {}, signal),
  fileAddress: (id: string) => `/api/public/draws/${id}/file`,
  /** The file byte for byte as it was published. */
  async file(id: string): Promise<string> {
    const answer = await fetch(published.fileAddress(id)).catch((thrown) => Promise.reject(asCallError(thrown)))
    if (!answer.ok) throw await errorOf(answer)
    return answer.text()
  },
}
