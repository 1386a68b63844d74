import { get, post, put, remove } from '../api/client'
import { addressOf, type BodyOf, type QueryOf } from '../api/request'
import type {
  Absences,
  Calendar,
  CaseLine,
  CasePage,
  MoveRow,
  Procedure,
  ProcedureLine,
  Publication,
  PublicCase,
  Statistics,
  Unit,
} from './types'

/** What an act says, whichever it is. */
export type Said = BodyOf<'post', '/api/cases/{id}/acts/{act}'>

/** The API document says of these answers only that they are objects: what is in them depends on the procedure. */
export const cases = {
  procedures: (signal?: AbortSignal) => get('/api/procedures', { signal }) as Promise<{ procedures: ProcedureLine[] }>,
  procedure: (key: string, signal?: AbortSignal) => get('/api/procedures/{key}', { path: { key }, signal }) as Promise<Procedure>,
  own: (signal?: AbortSignal) => get('/api/cases', { signal }) as Promise<{ rows: CaseLine[] }>,
  tasks: (query: QueryOf<'get', '/api/cases/tasks'>, signal?: AbortSignal) =>
    get('/api/cases/tasks', { query, signal }) as Promise<{ rows: CaseLine[]; more: boolean }>,
  calendar: (signal?: AbortSignal) => get('/api/cases/calendar', { signal }) as Promise<Calendar>,
  statistics: (query: QueryOf<'get', '/api/cases/statistics'>, signal?: AbortSignal) =>
    get('/api/cases/statistics', { query, signal }) as Promise<Statistics>,
  one: (id: string, signal?: AbortSignal) => get('/api/cases/{id}', { path: { id }, signal }) as Promise<CasePage>,
  /** `region`: where it is about; without it the account's own place. `values`: what is known of the form already. */
  open: (procedure: string, region?: string, values?: object) =>
    post('/api/cases', { body: { procedure, ...(region ? { region } : {}), ...(values ? { values } : {}) } }) as Promise<CasePage>,
  save: (id: string, values: object) => put('/api/cases/{id}', { path: { id }, body: { values } }) as Promise<CasePage>,
  act: (id: string, act: string, body: Said) => post('/api/cases/{id}/acts/{act}', { path: { id, act }, body }) as Promise<CasePage>,
  actOnMany: (ids: string[], act: string, body: Said) =>
    post('/api/cases/acts/{act}', { path: { act }, body: { ...body, cases: ids } }) as Promise<{ done: number }>,
  colleagues: (id: string, part: string, signal?: AbortSignal) =>
    get('/api/cases/{id}/colleagues', { path: { id }, query: { part }, signal }) as Promise<{ units: Unit[] }>,
  reveal: (id: string, purpose: string) =>
    post('/api/cases/{id}/reveal', { path: { id }, body: { purpose } }) as Promise<{ values: Record<string, unknown> }>,
  document: (id: string, document: string, purpose?: string) =>
    addressOf('/api/cases/{id}/documents/{document}', { path: { id, document }, query: { purpose } }),
  absences: (signal?: AbortSignal) => get('/api/cases/absences', { signal }) as Promise<Absences>,
  beAway: (asked: BodyOf<'post', '/api/cases/absences'>) => post('/api/cases/absences', { body: asked }) as Promise<Absences>,
  beBack: (id: string) => remove('/api/cases/absences/{id}', { path: { id } }) as Promise<Absences>,
  moves: (key: string, signal?: AbortSignal) =>
    get('/api/procedures/{key}/moves', { path: { key }, signal }) as Promise<{ rows: MoveRow[] }>,
  move: (key: string) => post('/api/procedures/{key}/moves', { path: { key } }) as Promise<{ moved: number; left: number }>,
  progress: (number: string, code: string, signal?: AbortSignal) =>
    get('/api/public/cases', { query: { number, code }, signal }) as Promise<PublicCase>,
}

/** What needs no account. */
export const publicCases = {
  procedures: (region: string, signal?: AbortSignal) =>
    get('/api/public/procedures', { query: { region }, signal }) as Promise<{ procedures: ProcedureLine[] }>,
  procedure: (key: string, region: string, signal?: AbortSignal) =>
    get('/api/public/procedures/{key}', { path: { key }, query: { region }, signal }) as Promise<Procedure>,
  holds: (key: string, region: string, values: object) =>
    post('/api/public/procedures/{key}/holds', { path: { key }, body: { region, values } }) as Promise<{ holds: string }>,
  places: (region: string, signal?: AbortSignal) =>
    get('/api/public/places', { query: { region }, signal }) as Promise<{ rows: { region: string; name: string }[] }>,
  open: (procedure: string, region: string, values: object) =>
    post('/api/public/cases', { body: { procedure, region, values } }) as Promise<{ number: string; code: string }>,
  act: (number: string, code: string, act: string, body: Said) =>
    post('/api/public/cases/acts/{act}', { path: { act }, body: { ...body, number, code } }) as Promise<PublicCase>,
  notices: (query: QueryOf<'get', '/api/public/notices'>, signal?: AbortSignal) =>
    get('/api/public/notices', { query, signal }) as Promise<{ rows: Publication[]; more: boolean }>,
  object: (id: string, text: string, contact: string) =>
    post('/api/public/notices/{id}/objections', { path: { id }, body: { text, contact } }),
}
