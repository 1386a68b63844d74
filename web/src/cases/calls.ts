import { addressOf, get, post, put, remove } from '../api/client'
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

export const cases = {
  procedures: (signal?: AbortSignal) => get<{ procedures: ProcedureLine[] }>('/api/procedures', undefined, signal),
  procedure: (key: string, signal?: AbortSignal) => get<Procedure>(`/api/procedures/${key}`, undefined, signal),
  own: (signal?: AbortSignal) => get<{ rows: CaseLine[] }>('/api/cases', undefined, signal),
  tasks: (query: { procedure?: string; day?: string; offset?: number }, signal?: AbortSignal) =>
    get<{ rows: CaseLine[]; more: boolean }>('/api/cases/tasks', query, signal),
  calendar: (signal?: AbortSignal) => get<Calendar>('/api/cases/calendar', undefined, signal),
  statistics: (query: { region?: string; procedure?: string; from?: string; until?: string }, signal?: AbortSignal) =>
    get<Statistics>('/api/cases/statistics', query, signal),
  one: (id: string, signal?: AbortSignal) => get<CasePage>(`/api/cases/${id}`, undefined, signal),
  /** `region`: where it is about; without it the account's own place. `values`: what is known of the form already. */
  open: (procedure: string, region?: string, values?: object) =>
    post<CasePage>('/api/cases', { procedure, ...(region ? { region } : {}), ...(values ? { values } : {}) }),
  save: (id: string, values: object) => put<CasePage>(`/api/cases/${id}`, { values }),
  act: (id: string, act: string, body: object) => post<CasePage>(`/api/cases/${id}/acts/${act}`, body),
  actOnMany: (ids: string[], act: string, body: object) => post<{ done: number }>(`/api/cases/acts/${act}`, { ...body, cases: ids }),
  colleagues: (id: string, part: string, signal?: AbortSignal) => get<{ units: Unit[] }>(`/api/cases/${id}/colleagues`, { part }, signal),
  reveal: (id: string, purpose: string) => post<{ values: Record<string, unknown> }>(`/api/cases/${id}/reveal`, { purpose }),
  document: (id: string, document: string, purpose?: string) => addressOf(`/api/cases/${id}/documents/${document}`, { purpose }),
  absences: (signal?: AbortSignal) => get<Absences>('/api/cases/absences', undefined, signal),
  beAway: (asked: { deputy: string; from: string; until: string }) => post<Absences>('/api/cases/absences', asked),
  beBack: (id: string) => remove<Absences>(`/api/cases/absences/${id}`),
  moves: (key: string, signal?: AbortSignal) => get<{ rows: MoveRow[] }>(`/api/procedures/${key}/moves`, undefined, signal),
  move: (key: string) => post<{ moved: number; left: number }>(`/api/procedures/${key}/moves`),
  progress: (number: string, code: string, signal?: AbortSignal) => get<PublicCase>('/api/public/cases', { number, code }, signal),
}

/** What needs no account. */
export const publicCases = {
  procedures: (region: string, signal?: AbortSignal) => get<{ procedures: ProcedureLine[] }>('/api/public/procedures', { region }, signal),
  procedure: (key: string, region: string, signal?: AbortSignal) => get<Procedure>(`/api/public/procedures/${key}`, { region }, signal),
  holds: (key: string, region: string, values: object) =>
    post<{ holds: string }>(`/api/public/procedures/${key}/holds`, { region, values }),
  places: (region: string, signal?: AbortSignal) =>
    get<{ rows: { region: string; name: string }[] }>('/api/public/places', { region }, signal),
  open: (procedure: string, region: string, values: object) =>
    post<{ number: string; code: string }>('/api/public/cases', { procedure, region, values }),
  act: (number: string, code: string, act: string, body: object) =>
    post<PublicCase>(`/api/public/cases/acts/${act}`, { ...body, number, code }),
  notices: (query: { region?: string; kind: string; offset?: number }, signal?: AbortSignal) =>
    get<{ rows: Publication[]; more: boolean }>('/api/public/notices', query, signal),
  object: (id: string, text: string, contact: string) => post<object>(`/api/public/notices/${id}/objections`, { text, contact }),
}
