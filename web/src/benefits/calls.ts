import { get, post } from '../api/client'
import type { Benefits, EntitledList, Worklist } from './types'

export interface Described {
  record: string
  label?: string
  facts: { field: string; value: string }[]
}

export const benefits = {
  /** Nothing of what is said is kept. */
  find: (plan: string, subjects: Described[]) => post<Benefits>(`/api/public/plans/${plan}/benefits`, { subjects }),
  of: (plan: string, record: string, id: string, signal?: AbortSignal) =>
    get<Benefits>(`/api/plans/${plan}/benefits/${record}/${id}`, undefined, signal),
  entitled: (plan: string, region?: string, signal?: AbortSignal) => get<EntitledList>(`/api/plans/${plan}/entitled`, { region }, signal),
  worklist: (plan: string, policy: string, query: { region?: string; page?: number }, signal?: AbortSignal) =>
    get<Worklist>(`/api/plans/${plan}/entitled/${encodeURIComponent(policy)}`, query, signal),
}
