import { get, post } from '../api/client'
import type { BodyOf, QueryOf } from '../api/request'

export const whatIf = {
  levers: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/what-if'>, signal?: AbortSignal) =>
    get('/api/plans/{plan}/what-if', { path: { plan }, query, signal }),
  compare: (plan: string, asked: BodyOf<'post', '/api/plans/{plan}/what-if'>) =>
    post('/api/plans/{plan}/what-if', { path: { plan }, body: asked }),
  groups: (plan: string, asked: BodyOf<'post', '/api/plans/{plan}/what-if/groups'>) =>
    post('/api/plans/{plan}/what-if/groups', { path: { plan }, body: asked }),
  years: (plan: string, asked: BodyOf<'post', '/api/plans/{plan}/what-if/years'>) =>
    post('/api/plans/{plan}/what-if/years', { path: { plan }, body: asked }),
}

export const proposals = {
  list: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/proposals', { path: { plan }, signal }),
  one: (plan: string, id: string, signal?: AbortSignal) => get('/api/plans/{plan}/proposals/{id}', { path: { plan, id }, signal }),
  make: (plan: string, proposal: BodyOf<'post', '/api/plans/{plan}/proposals'>) =>
    post('/api/plans/{plan}/proposals', { path: { plan }, body: proposal }),
  difference: (plan: string, id: string, from: string, document: string, clause?: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/proposals/{id}/difference', { path: { plan, id }, query: { from, document, clause }, signal }),
  carry: (plan: string, id: string, body: BodyOf<'post', '/api/plans/{plan}/proposals/{id}/carry'>) =>
    post('/api/plans/{plan}/proposals/{id}/carry', { path: { plan, id }, body }),
  withdraw: (plan: string, id: string, version: number) =>
    post('/api/plans/{plan}/proposals/{id}/withdraw', { path: { plan, id }, body: { version } }),
}
