import { get, post, put, remove } from '../api/client'
import { addressOf, type BodyOf, type QueryOf } from '../api/request'

/** What an act says, whichever it is. */
export type Said = BodyOf<'post', '/api/cases/{id}/acts/{act}'>

export const cases = {
  procedures: (signal?: AbortSignal) => get('/api/procedures', { signal }),
  procedure: (key: string, signal?: AbortSignal) => get('/api/procedures/{key}', { path: { key }, signal }),
  own: (signal?: AbortSignal) => get('/api/cases', { signal }),
  tasks: (query: QueryOf<'get', '/api/cases/tasks'>, signal?: AbortSignal) => get('/api/cases/tasks', { query, signal }),
  calendar: (signal?: AbortSignal) => get('/api/cases/calendar', { signal }),
  statistics: (query: QueryOf<'get', '/api/cases/statistics'>, signal?: AbortSignal) => get('/api/cases/statistics', { query, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/cases/{id}', { path: { id }, signal }),
  /** `region`: where it is about; without it the account's own place. `values`: what is known of the form already. */
  open: (procedure: string, region?: string, values?: object) =>
    post('/api/cases', { body: { procedure, ...(region ? { region } : {}), ...(values ? { values } : {}) } }),
  save: (id: string, values: object) => put('/api/cases/{id}', { path: { id }, body: { values } }),
  act: (id: string, act: string, body: Said) => post('/api/cases/{id}/acts/{act}', { path: { id, act }, body }),
  actOnMany: (ids: string[], act: string, body: Said) => post('/api/cases/acts/{act}', { path: { act }, body: { ...body, cases: ids } }),
  colleagues: (id: string, part: string, signal?: AbortSignal) =>
    get('/api/cases/{id}/colleagues', { path: { id }, query: { part }, signal }),
  reveal: (id: string, purpose: string) => post('/api/cases/{id}/reveal', { path: { id }, body: { purpose } }),
  document: (id: string, document: string, purpose?: string) =>
    addressOf('/api/cases/{id}/documents/{document}', { path: { id, document }, query: { purpose } }),
  absences: (signal?: AbortSignal) => get('/api/cases/absences', { signal }),
  beAway: (asked: BodyOf<'post', '/api/cases/absences'>) => post('/api/cases/absences', { body: asked }),
  beBack: (id: string) => remove('/api/cases/absences/{id}', { path: { id } }),
  moves: (key: string, signal?: AbortSignal) => get('/api/procedures/{key}/moves', { path: { key }, signal }),
  move: (key: string) => post('/api/procedures/{key}/moves', { path: { key } }),
  progress: (number: string, code: string, signal?: AbortSignal) => get('/api/public/cases', { query: { number, code }, signal }),
}

/** What needs no account. */
export const publicCases = {
  procedures: (region: string, signal?: AbortSignal) => get('/api/public/procedures', { query: { region }, signal }),
  procedure: (key: string, region: string, signal?: AbortSignal) =>
    get('/api/public/procedures/{key}', { path: { key }, query: { region }, signal }),
  holds: (key: string, region: string, values: object) =>
    post('/api/public/procedures/{key}/holds', { path: { key }, body: { region, values } }),
  places: (region: string, signal?: AbortSignal) => get('/api/public/places', { query: { region }, signal }),
  open: (procedure: string, region: string, values: object) => post('/api/public/cases', { body: { procedure, region, values } }),
  act: (number: string, code: string, act: string, body: Said) =>
    post('/api/public/cases/acts/{act}', { path: { act }, body: { ...body, number, code } }),
  notices: (query: QueryOf<'get', '/api/public/notices'>, signal?: AbortSignal) => get('/api/public/notices', { query, signal }),
  object: (id: string, text: string, contact: string) =>
    post('/api/public/notices/{id}/objections', { path: { id }, body: { text, contact } }),
}
