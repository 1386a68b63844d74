import { get, post, put } from '../api/client'
import type { CaseLine, CasePage, Procedure, ProcedureLine, PublicCase } from './types'

export const cases = {
  procedures: (signal?: AbortSignal) => get<{ procedures: ProcedureLine[] }>('/api/procedures', undefined, signal),
  procedure: (key: string, signal?: AbortSignal) => get<Procedure>(`/api/procedures/${key}`, undefined, signal),
  own: (signal?: AbortSignal) => get<{ rows: CaseLine[] }>('/api/cases', undefined, signal),
  tasks: (signal?: AbortSignal) => get<{ rows: CaseLine[] }>('/api/cases/tasks', undefined, signal),
  one: (id: string, signal?: AbortSignal) => get<CasePage>(`/api/cases/${id}`, undefined, signal),
  open: (procedure: string) => post<CasePage>('/api/cases', { procedure }),
  save: (id: string, values: object, papers: object) => put<CasePage>(`/api/cases/${id}`, { values, papers }),
  act: (id: string, act: string, body: object) => post<CasePage>(`/api/cases/${id}/acts/${act}`, body),
  progress: (number: string, code: string, signal?: AbortSignal) => get<PublicCase>('/api/public/cases', { number, code }, signal),
}
