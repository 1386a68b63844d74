import { addressOf, get, post, put, upload, type Query } from '../api/client'
import type { ProblemItem } from '../api/types'
import type { Job } from '../jobs/calls'
import type { Names, Register, Row } from './description'
import type { MappedColumn, Mapping, SheetLook } from './import_mapping'

export interface RowsAnswer {
  rows: Row[]
  /** The cursor of the next page; absent on the last one. */
  after?: string
  /** How many there are; only when asked for with `count`. */
  total?: number
  names?: Names
}
export interface RowAnswer {
  row: Row
  names?: Names
}

export interface FieldChange {
  field: string
  zh: string
  en: string
  before_zh?: string
  before_en?: string
  after_zh?: string
  after_en?: string
}
export interface HistoryEntry {
  sequence: number | string
  at: string
  who: string
  door: string
  action: 'insert' | 'update' | 'remove'
  changes: FieldChange[]
}
/** What a field that follows other records held, from day to day, the newest first. */
export interface DatedLine {
  field: string
  record: string
  values: { id: string; from: string; zh: string; en: string }[]
}
export interface HistoryAnswer {
  entries: HistoryEntry[]
  names?: Names
  lines?: DatedLine[]
  after?: string
}

export interface RowDifference {
  line: number
  action: 'insert' | 'update'
  title: string
  changes: FieldChange[]
}
export interface ImportAnswer {
  rows: number
  added: number
  changed: number
  unchanged: number
  refused: number
  /** Whether anything was written; a trial never writes, and neither does a sheet with a wrong row that is taken whole. */
  stored?: boolean
  refusals: ProblemItem[]
  /** The first of them. */
  differences: RowDifference[]
}

export type SheetFormat = 'xlsx' | 'csv'

/** The calls of every register; `path` is the register's own. */
export const records = {
  registers: (signal?: AbortSignal) => get<{ records: Register[] }>('/api/records', undefined, signal),
  list: (path: string, query: Query, signal?: AbortSignal) => get<RowsAnswer>(path, query, signal),
  one: (path: string, id: string, signal?: AbortSignal) => get<RowAnswer>(`${path}/${id}`, undefined, signal),
  create: (path: string, values: Record<string, unknown>) => post<RowAnswer>(path, values),
  change: (path: string, id: string, values: Record<string, unknown>) => put<RowAnswer>(`${path}/${id}`, values),
  end: (path: string, id: string, version: number, day: string) => post<RowAnswer>(`${path}/${id}/end`, { version, day }),
  remove: (path: string, id: string, version: number) => post<object>(`${path}/${id}/remove`, { version }),
  history: (path: string, id: string, after?: string, signal?: AbortSignal) =>
    get<HistoryAnswer>(`${path}/${id}/history`, { after }, signal),
  /** The whole value of a masked field; the server notes who asked and what for. */
  reveal: (path: string, id: string, field: string, purpose: string) =>
    post<{ value: unknown }>(`${path}/${id}/reveal`, { field, purpose }),
  /** Which columns a sheet has, and what they are taken for. */
  lookAtSheet: (path: string, format: SheetFormat, file: Blob) => upload<SheetLook>(`${path}/import_headers`, { format }, file),
  keepMapping: (path: string, name: string, columns: MappedColumn[]) => post<Mapping>(`${path}/mappings`, { name, columns }),
  /** Begins a job; what it finds is asked for when it has ended. */
  import: (path: string, format: SheetFormat, dry_run: boolean, good_rows: boolean, mapping: string | undefined, file: Blob) =>
    upload<Job>(`${path}/import_job`, { format, dry_run, good_rows, mapping }, file),
  imported: (path: string, job: string) => get<ImportAnswer>(`${path}/import_job/${job}`),
  exportByJob: (path: string, format: SheetFormat, filters: Query) => post<Job>(`${path}/export_job`, { format, ...filters }),
  templateAddress: (path: string, format: SheetFormat) => addressOf(`${path}/template`, { format }),
  exportAddress: (path: string, format: SheetFormat, filters: Query) => addressOf(`${path}/export`, { format, ...filters }),
}
