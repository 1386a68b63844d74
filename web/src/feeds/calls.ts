import { get, post } from '../api/client'
import type { BodyOf, QueryOf } from '../api/request'
import type { RecordFlag } from './types'

/** Without a `decision`: later, on the day `until`. */
export type Decision = BodyOf<'post', '/api/person-tasks/{id}/decide'>

export const feeds = {
  list: (signal?: AbortSignal) => get('/api/feeds', { signal }),
  deliveries: (signal?: AbortSignal) => get('/api/feed-deliveries', { signal }),
  delivery: (id: string, signal?: AbortSignal) => get('/api/feed-deliveries/{id}', { path: { id }, signal }),
  send: (feed: string, day: string, file: File) =>
    post('/api/feed-deliveries', {
      query: { feed, day, format: file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx', file_name: file.name },
      file,
    }),
  apply: (id: string) => post('/api/feed-deliveries/{id}/apply', { path: { id } }),
  setAside: (id: string) => post('/api/feed-deliveries/{id}/set-aside', { path: { id } }),
  records: (feed: string, flag: RecordFlag, after: number | undefined, signal?: AbortSignal) =>
    get('/api/feed-records', { query: { feed, flag, after }, signal }),
  quality: (signal?: AbortSignal) => get('/api/feed-quality', { signal }),
  tasks: (query: QueryOf<'get', '/api/person-tasks'>, signal?: AbortSignal) => get('/api/person-tasks', { query, signal }),
  task: (id: string, signal?: AbortSignal) => get('/api/person-tasks/{id}', { path: { id }, signal }),
  decide: (id: string, decision: Decision) => post('/api/person-tasks/{id}/decide', { path: { id }, body: decision }),
  undo: (merge: string) => post('/api/person-merges/{id}/undo', { path: { id: merge } }),
  look: () => post('/api/person-tasks/look'),
  mergedInto: (person: string, signal?: AbortSignal) => get('/api/people/{id}/merged-into', { path: { id: person }, signal }),
  sources: (person: string, signal?: AbortSignal) => get('/api/people/{id}/sources', { path: { id: person }, signal }),
}
