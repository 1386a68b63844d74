import { get, post, put, remove } from './client'
import { addressOf, type BodyOf, type QueryOf } from './request'
import type { Group, Power } from './types'

/** Every call the screens make, one line each, in the order of the contract. */
export const accounts = {
  signIn: (name: string, password: string, code?: string) =>
    post('/api/accounts/sign-in', { body: { name, password, ...(code ? { code } : {}) } }),
  prove: (password: string) => post('/api/accounts/prove', { body: { password } }),
  signOut: () => post('/api/accounts/sign-out'),
  me: () => get('/api/accounts/me'),
  changePassword: (current: string, new_password: string) => post('/api/accounts/password', { body: { current, new_password } }),
  beginTotp: (password: string) => post('/api/accounts/totp/begin', { body: { password } }),
  confirmTotp: (code: string) => post('/api/accounts/totp/confirm', { body: { code } }),
  recoveryCodes: (password: string) => post('/api/accounts/totp/recovery', { body: { password } }),
  removeTotp: (password: string) => post('/api/accounts/totp/remove', { body: { password } }),
  list: (query: QueryOf<'get', '/api/accounts'>, signal?: AbortSignal) => get('/api/accounts', { query, signal }),
  create: (account: BodyOf<'post', '/api/accounts'>) => post('/api/accounts', { body: account }),
  change: (id: string, account: BodyOf<'put', '/api/accounts/{id}'>) => put('/api/accounts/{id}', { path: { id }, body: account }),
  resetPassword: (id: string, new_password: string, remove_code: boolean) =>
    post('/api/accounts/{id}/password', { path: { id }, body: { new_password, remove_code } }),
  unlock: (id: string) => post('/api/accounts/{id}/unlock', { path: { id } }),
  sessions: (signal?: AbortSignal) => get('/api/accounts/sessions', { signal }),
  endOtherSessions: () => remove('/api/accounts/sessions'),
  endSession: (id: string) => remove('/api/accounts/sessions/{id}', { path: { id } }),
  sessionsOf: (id: string, signal?: AbortSignal) => get('/api/accounts/{id}/sessions', { path: { id }, signal }),
  endSessionsOf: (id: string) => remove('/api/accounts/{id}/sessions', { path: { id } }),
  tokens: (signal?: AbortSignal) => get('/api/tokens', { signal }),
  createToken: (name: string, powers: Power[], ends: string) => post('/api/tokens', { body: { name, powers, ends } }),
  endToken: (id: string) => remove('/api/tokens/{id}', { path: { id } }),
  /** The roles that accounts of a place may have. */
  roles: (region?: string, signal?: AbortSignal) => get('/api/roles', { query: { region }, signal }),
}

export const regions = {
  one: (code: string, signal?: AbortSignal) => get('/api/regions/{region}', { path: { region: code }, signal }),
  children: (code: string, signal?: AbortSignal) => get('/api/regions/{region}/children', { path: { region: code }, signal }),
  search: (text: string, within?: string, limit = 30) => get('/api/regions/search', { query: { text, within, limit } }),
  cartogram: (code: string, plan: string, signal?: AbortSignal) =>
    get('/api/regions/{region}/cartogram', { path: { region: code }, query: { plan }, signal }),
}

export const plans = {
  list: (signal?: AbortSignal) => get('/api/plans', { signal }),
  one: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}', { path: { plan }, signal }),
  summary: (plan: string, region?: string, signal?: AbortSignal, as_of?: string) =>
    get('/api/plans/{plan}/summary', { path: { plan }, query: { region, as_of }, signal }),
  clauses: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/clauses', { path: { plan }, signal }),
  figures: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/figures', { path: { plan }, signal }),
  indicators: (plan: string, region?: string, group?: Group, signal?: AbortSignal, as_of?: string) =>
    get('/api/plans/{plan}/indicators', { path: { plan }, query: { region, group, as_of }, signal }),
  indicator: (plan: string, key: string, region?: string, signal?: AbortSignal, as_of?: string) =>
    get('/api/plans/{plan}/indicators/{indicator}', { path: { plan, indicator: key }, query: { region, as_of }, signal }),
  computedTrend: (plan: string, key: string, region: string, as_of?: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/indicators/{indicator}/computed', { path: { plan, indicator: key }, query: { region, as_of }, signal }),
  countedRows: (plan: string, key: string, region: string, period: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/indicators/{indicator}/rows', { path: { plan, indicator: key }, query: { region, period }, signal }),
  tasks: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/tasks', { path: { plan }, signal }),
  projects: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/projects', { path: { plan }, signal }),
  projectProgress: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/projects/progress', { path: { plan }, signal }),
  policies: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/policies', { path: { plan }, signal }),
  standards: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/standards', { path: { plan }, signal }),
  documents: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/documents', { path: { plan }, signal }),
  bodies: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/bodies', { path: { plan }, signal }),
  services: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/services', { path: { plan }, signal }),
  subsidies: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/subsidies', { path: { plan }, signal }),
  matrix: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/matrix'>, signal?: AbortSignal) =>
    get('/api/plans/{plan}/matrix', { path: { plan }, query, signal }),
  matrixAddress: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/matrix/sheet'>) =>
    addressOf('/api/plans/{plan}/matrix/sheet', { path: { plan }, query }),
  periodForm: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/period-form'>, signal?: AbortSignal) =>
    get('/api/plans/{plan}/period-form', { path: { plan }, query, signal }),
  circular: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/circular'>, signal?: AbortSignal) =>
    get('/api/plans/{plan}/circular', { path: { plan }, query, signal }),
  circulars: (plan: string, region?: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/circulars', { path: { plan }, query: { region }, signal }),
  /** The circular as it would be, on paper. */
  trialPaperAddress: (plan: string, query: QueryOf<'get', '/api/plans/{plan}/circular/paper'>) =>
    addressOf('/api/plans/{plan}/circular/paper', { path: { plan }, query }),
  circularPaperAddress: (plan: string, id: string) => addressOf('/api/plans/{plan}/circulars/{id}/paper', { path: { plan, id } }),
  issueCircular: (plan: string, circular: BodyOf<'post', '/api/plans/{plan}/circulars'>) =>
    post('/api/plans/{plan}/circulars', { path: { plan }, body: circular }),
}

type ReportPeriod = QueryOf<'get', '/api/plans/{plan}/report'>
type ReportStep = BodyOf<'post', '/api/plans/{plan}/report/approve'>
type RemarkedStep = BodyOf<'post', '/api/plans/{plan}/report/return'>

/** The report of a place for a period: filled in, submitted, returned or signed, corrected. */
export const reports = {
  one: (plan: string, query: ReportPeriod, signal?: AbortSignal) => get('/api/plans/{plan}/report', { path: { plan }, query, signal }),
  list: (plan: string, query: ReportPeriod, signal?: AbortSignal) => get('/api/plans/{plan}/reports', { path: { plan }, query, signal }),
  save: (plan: string, draft: BodyOf<'put', '/api/plans/{plan}/report'>) =>
    put('/api/plans/{plan}/report', { path: { plan }, body: draft }),
  submit: (plan: string, step: BodyOf<'post', '/api/plans/{plan}/report/submit'>) =>
    post('/api/plans/{plan}/report/submit', { path: { plan }, body: step }),
  recall: (plan: string, step: ReportStep) => post('/api/plans/{plan}/report/recall', { path: { plan }, body: step }),
  giveBack: (plan: string, step: RemarkedStep) => post('/api/plans/{plan}/report/return', { path: { plan }, body: step }),
  approve: (plan: string, step: ReportStep) => post('/api/plans/{plan}/report/approve', { path: { plan }, body: step }),
  correct: (plan: string, step: RemarkedStep) => post('/api/plans/{plan}/report/correct', { path: { plan }, body: step }),
  remind: (plan: string, of: ReportPeriod) => post('/api/plans/{plan}/reports/remind', { path: { plan }, body: of }),
}

export type SheetFormat = QueryOf<'get', '/api/readings/template'>['format']

export const readings = {
  list: (query: QueryOf<'get', '/api/readings'>, signal?: AbortSignal) => get('/api/readings', { query, signal }),
  report: (reading: BodyOf<'post', '/api/readings'>) => post('/api/readings', { body: reading }),
  change: (id: string, value: number, source: string, confirmed?: boolean) =>
    put('/api/readings/{id}', { path: { id }, body: { value, source, ...(confirmed ? { confirmed } : {}) } }),
  remove: (id: string) => remove('/api/readings/{id}', { path: { id } }),
  import: (plan: string, format: SheetFormat, dry_run: boolean, file: Blob, confirmed?: boolean) =>
    post('/api/readings/import', { query: { plan, format, dry_run, ...(confirmed ? { confirmed } : {}) }, file }),
  markedAddress: (plan: string, format: SheetFormat) => addressOf('/api/readings/import/marked', { query: { plan, format } }),
  templateAddress: (plan: string, format: SheetFormat) => addressOf('/api/readings/template', { query: { plan, format } }),
  exportAddress: (plan: string, format: SheetFormat, region?: string) =>
    addressOf('/api/readings/export', { query: { plan, format, region } }),
}

/** Which entries of the journal; days are of Beijing, both included. */
export type JournalFilter = Omit<QueryOf<'get', '/api/journal'>, 'before_sequence' | 'limit'>

export const journal = {
  /** Newest first; `before_sequence` leads to older ones. */
  list: (query: QueryOf<'get', '/api/journal'>, signal?: AbortSignal) => get('/api/journal', { query, signal }),
  exportAddress: (query: JournalFilter, format: SheetFormat) => addressOf('/api/journal/export', { query: { ...query, format } }),
  /** Reckons the whole chain of seals anew, which takes a while. */
  verify: () => post('/api/journal/verify_job'),
  verified: (job: string) => get('/api/journal/verify_job/{id}', { path: { id: job } }),
}

/** What everyone may read without an account. */
export const open = {
  plans: (signal?: AbortSignal) => get('/api/public/plans', { signal }),
  plan: (plan: string, signal?: AbortSignal) => get('/api/public/plans/{plan}', { path: { plan }, signal }),
}
