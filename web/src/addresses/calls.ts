import { get, post } from '../api/client'
import type { Job } from '../jobs/calls'
import type { AddressSearch, MatchList, MatchPage } from './types'

/** A standard address, or a point; neither gives the address back to the program. */
export interface Decision {
  standard_address?: string
  longitude?: number
  latitude?: number
}
export interface ListQuery {
  region?: string
  certainty?: string
  owner?: string
  open?: boolean
  after?: number
}

export const addresses = {
  list: (query: ListQuery, signal?: AbortSignal) => get<MatchList>('/api/address-matches', { ...query }, signal),
  one: (id: string, signal?: AbortSignal) => get<MatchPage>(`/api/address-matches/${id}`, undefined, signal),
  search: (id: string, text: string, signal?: AbortSignal) => get<AddressSearch>(`/api/address-matches/${id}/search`, { text }, signal),
  decide: (id: string, decision: Decision) => post<unknown>(`/api/address-matches/${id}/decide`, decision),
  geocode: () => post<Job>('/api/address-matches/geocode'),
}
