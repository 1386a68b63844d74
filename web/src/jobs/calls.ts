import { get, post } from '../api/client'
import { addressOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

/** Long work as the server tells of it. */
export type Job = Schemas['job_row']
export type JobState = Job['state']

export const jobs = {
  one: (id: string, signal?: AbortSignal) => get('/api/jobs/{id}', { path: { id }, signal }),
  list: (all: boolean, before?: string, signal?: AbortSignal) =>
    get('/api/jobs', { query: { all: all || undefined, before, rows: k_page_rows }, signal }),
  cancel: (id: string) => post('/api/jobs/{id}/cancel', { path: { id } }),
  resultAddress: (id: string) => addressOf('/api/jobs/{id}/result', { path: { id } }),
}

export const k_page_rows = 50

/** Whether nothing more will happen to it. */
export const hasEnded = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'
