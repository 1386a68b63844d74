import { get, post } from '../api/client'
import type { BodyOf, QueryOf } from '../api/request'

/** A standard address, or a point; neither gives the address back to the program. */
export type Decision = BodyOf<'post', '/api/address-matches/{id}/decide'>
export type ListQuery = QueryOf<'get', '/api/address-matches'>

export const addresses = {
  list: (query: ListQuery, signal?: AbortSignal) => get('/api/address-matches', { query, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/address-matches/{id}', { path: { id }, signal }),
  search: (id: string, text: string, signal?: AbortSignal) =>
    get('/api/address-matches/{id}/search', { path: { id }, query: { text }, signal }),
  decide: (id: string, decision: Decision) => post('/api/address-matches/{id}/decide', { path: { id }, body: decision }),
  geocode: () => post('/api/address-matches/geocode'),
}
