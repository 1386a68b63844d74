import { get, post, upload } from '../api/client'
import type { Job } from '../jobs/calls'
import type { Delivery, DeliveryPage, FeedList, FeedRecords, MergedInto, PersonSources, Quality, RecordFlag, Task, Tasks } from './types'

export interface Decision {
  /** None: later. */
  decision?: 'same' | 'two' | 'ours' | 'theirs'
  keep?: string
  /** The day on which one put off comes back. */
  until?: string
  note?: string
}

export const feeds = {
  list: (signal?: AbortSignal) => get<FeedList>('/api/feeds', undefined, signal),
  deliveries: (signal?: AbortSignal) => get<{ rows: Delivery[] }>('/api/feed-deliveries', undefined, signal),
  delivery: (id: string, signal?: AbortSignal) => get<DeliveryPage>(`/api/feed-deliveries/${id}`, undefined, signal),
  send: (feed: string, day: string, file: File) =>
    upload<Delivery>(
      '/api/feed-deliveries',
      { feed, day, format: file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx', file_name: file.name },
      file,
    ),
  apply: (id: string) => post<Delivery>(`/api/feed-deliveries/${id}/apply`),
  setAside: (id: string) => post<unknown>(`/api/feed-deliveries/${id}/set-aside`),
  records: (feed: string, flag: RecordFlag, after: number | undefined, signal?: AbortSignal) =>
    get<FeedRecords>('/api/feed-records', { feed, flag, after }, signal),
  quality: (signal?: AbortSignal) => get<Quality>('/api/feed-quality', undefined, signal),
  tasks: (query: { kind?: string; state?: string; after?: number }, signal?: AbortSignal) => get<Tasks>('/api/person-tasks', query, signal),
  task: (id: string, signal?: AbortSignal) => get<Task>(`/api/person-tasks/${id}`, undefined, signal),
  decide: (id: string, decision: Decision) => post<{ id: string; merge?: string }>(`/api/person-tasks/${id}/decide`, decision),
  undo: (merge: string) => post<unknown>(`/api/person-merges/${merge}/undo`),
  look: () => post<Job>('/api/person-tasks/look'),
  mergedInto: (person: string, signal?: AbortSignal) => get<MergedInto>(`/api/people/${person}/merged-into`, undefined, signal),
  sources: (person: string, signal?: AbortSignal) => get<PersonSources>(`/api/people/${person}/sources`, undefined, signal),
}
