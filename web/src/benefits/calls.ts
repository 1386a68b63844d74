import { get, post } from '../api/client'
import type { QueryOf } from '../api/request'
import type { components } from '../api/schema'

export type Described = components['schemas']['given_subject']

export const benefits = {
  /** Nothing of what is said is kept. */
  find: (plan: string, subjects: Described[]) => post('/api/public/plans/{plan}/benefits', { path: { plan }, body: { subjects } }),
  of: (plan: string, record: string, id: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/benefits/{record}/{id}', { path: { plan, record, id }, signal }),
  entitled: (plan: string, region?: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/entitled', { path: { plan }, query: { region }, signal }),
  worklist: (plan: string, policy: string, query: QueryOf<'get', '/api/plans/{plan}/entitled/{policy}'>, signal?: AbortSignal) =>
    get('/api/plans/{plan}/entitled/{policy}', { path: { plan, policy }, query, signal }),
}
