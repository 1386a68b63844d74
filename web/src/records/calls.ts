import type { SheetFormat } from '../api/calls'
import { get, post, put } from '../api/client'
import { addressOf, type AnswerOf, type BodyOf, type QueryOf } from '../api/request'
import type { components } from '../api/schema'
import type { Register } from './description'
import type { MappedColumn } from './import_mapping'

type Schemas = components['schemas']

export type RowAnswer = AnswerOf<'get', '/api/{register}/{id}'>
export type FieldChange = Schemas['field_difference']
export type HistoryEntry = Schemas['register_history_entry']
/** What a field that follows other records held, from day to day, the newest first. */
export type DatedLine = Schemas['register_dated_line']

export type RowDifference = Schemas['row_difference']
/** What a sheet would change or has changed, the first rows of it; `stored` only where anything was written, which a trial never does. */
export type ImportAnswer = Schemas['records_import']

export type { SheetFormat }

/** What a list is asked for: the names are those of the register's own fields. */
export type Filters = QueryOf<'get', '/api/{register}'>

/** What a form gives, whose fields are those that the register's description names; the server says which of them are missing. */
type Entered = Record<string, unknown>

/** All registers have the same routes: `/api/beds` stands for the `{register}` beds. */
export const registerAt = (path: string): { register: string } => ({ register: path.replace('/api/', '') })
const rowAt = (path: string, id: string): { register: string; id: string } => ({ ...registerAt(path), id })

/** The calls of every register; `path` is the register's own. */
export const records = {
  registers: (signal?: AbortSignal) => get('/api/records', { signal }) as Promise<{ records: Register[] }>,
  list: (path: string, query: Filters, signal?: AbortSignal) => get('/api/{register}', { path: registerAt(path), query, signal }),
  one: (path: string, id: string, signal?: AbortSignal) => get('/api/{register}/{id}', { path: rowAt(path, id), signal }),
  create: (path: string, values: Entered) =>
    post('/api/{register}', { path: registerAt(path), body: values as BodyOf<'post', '/api/{register}'> }),
  change: (path: string, id: string, values: Entered & { version: number }) =>
    put('/api/{register}/{id}', { path: rowAt(path, id), body: values as BodyOf<'put', '/api/{register}/{id}'> }),
  end: (path: string, id: string, version: number, day: string) =>
    post('/api/{register}/{id}/end', { path: rowAt(path, id), body: { version, day } }),
  remove: (path: string, id: string, version: number) => post('/api/{register}/{id}/remove', { path: rowAt(path, id), body: { version } }),
  history: (path: string, id: string, after?: string, signal?: AbortSignal) =>
    get('/api/{register}/{id}/history', { path: rowAt(path, id), query: { after }, signal }),
  /** The whole value of a masked field; the server notes who asked and what for. */
  reveal: (path: string, id: string, field: string, purpose: string) =>
    post('/api/{register}/{id}/reveal', { path: rowAt(path, id), body: { field, purpose } }),
  /** Which columns a sheet has, and what they are taken for. */
  lookAtSheet: (path: string, format: SheetFormat, file: Blob) =>
    post('/api/{register}/import_headers', { path: registerAt(path), query: { format }, file }),
  keepMapping: (path: string, name: string, columns: MappedColumn[]) =>
    post('/api/{register}/mappings', { path: registerAt(path), body: { name, columns } }),
  /** Begins a job; what it finds is asked for when it has ended. */
  import: (path: string, format: SheetFormat, dry_run: boolean, good_rows: boolean, mapping: string | undefined, file: Blob) =>
    post('/api/{register}/import_job', {
      path: registerAt(path),
      query: { format, dry_run: String(dry_run), good_rows: String(good_rows), mapping },
      file,
    }),
  imported: (path: string, job: string) => get('/api/{register}/import_job/{id}', { path: rowAt(path, job) }),
  exportByJob: (path: string, format: SheetFormat, filters: Filters) =>
    post('/api/{register}/export_job', { path: registerAt(path), body: { format, ...filters } }),
  templateAddress: (path: string, format: SheetFormat) =>
    addressOf('/api/{register}/template', { path: registerAt(path), query: { format } }),
  exportAddress: (path: string, format: SheetFormat, filters: Filters) =>
    addressOf('/api/{register}/export', { path: registerAt(path), query: { format, ...filters } }),
}
