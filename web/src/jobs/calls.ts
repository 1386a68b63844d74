import { addressOf, get, post } from '../api/client'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'

export interface JobProblem {
  place: string
  code: string
  message: string
}
/** Long work as the server tells of it. */
export interface Job {
  id: string
  kind: string
  title: string
  title_en: string
  /** The address of its own screen; empty: none. */
  page: string
  state: JobState
  cancel_asked: boolean
  mine: boolean
  account_name: string
  phase: string
  steps_done: number
  /** 0: nobody knows how much there is. */
  steps_whole: number
  asked_at: string
  started_at?: string
  ended_at?: string
  files_until?: string
  result_name?: string
  result_bytes?: number
  files_gone: boolean
  refusals: JobProblem[]
}

export const jobs = {
  one: (id: string, signal?: AbortSignal) => get<Job>(`/api/jobs/${id}`, undefined, signal),
  list: (all: boolean, before?: string, signal?: AbortSignal) =>
    get<{ rows: Job[] }>('/api/jobs', { all: all || undefined, before, rows: k_page_rows }, signal),
  cancel: (id: string) => post<Job>(`/api/jobs/${id}/cancel`),
  resultAddress: (id: string) => addressOf(`/api/jobs/${id}/result`),
}

export const k_page_rows = 50

/** Whether nothing more will happen to it. */
export const hasEnded = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'
