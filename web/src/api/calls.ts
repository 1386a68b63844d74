import { addressOf, get, post, put, remove, upload } from './client'
import type {
  Account,
  AccountChange,
  Cartogram,
  CircularDraft,
  CircularRow,
  Clause,
  ComputedTrend,
  CountedRows,
  DraftEntry,
  Figure,
  Group,
  Body,
  ImportResult,
  IndicatorDetail,
  IndicatorList,
  JournalPage,
  JournalState,
  List,
  Matrix,
  Me,
  NewAccount,
  NewReading,
  PeriodForm,
  PlaceService,
  PlanDocument,
  PlanHead,
  PlanSummary,
  Policy,
  Power,
  Project,
  ProjectProgressList,
  PublicPlan,
  Reading,
  Region,
  Report,
  ReportList,
  RegionChild,
  RegionHit,
  RoleList,
  Rows,
  SessionRow,
  Standard,
  Subsidy,
  TaskList,
  TokenRow,
} from './types'

/** Every call the screens make, one line each, in the order of the contract. */
export const accounts = {
  signIn: (name: string, password: string, code?: string) =>
    post<Me>('/api/accounts/sign-in', { name, password, ...(code ? { code } : {}) }),
  prove: (password: string) => post<object>('/api/accounts/prove', { password }),
  signOut: () => post<object>('/api/accounts/sign-out'),
  me: () => get<Me>('/api/accounts/me'),
  changePassword: (current: string, new_password: string) => post<object>('/api/accounts/password', { current, new_password }),
  beginTotp: (password: string) => post<{ secret: string; uri: string }>('/api/accounts/totp/begin', { password }),
  confirmTotp: (code: string) => post<{ recovery_codes: string[] }>('/api/accounts/totp/confirm', { code }),
  recoveryCodes: (password: string) => post<{ recovery_codes: string[] }>('/api/accounts/totp/recovery', { password }),
  removeTotp: (password: string) => post<object>('/api/accounts/totp/remove', { password }),
  list: (query: { search?: string; role?: string; region?: string; page?: number; page_rows?: number }, signal?: AbortSignal) =>
    get<List<Account>>('/api/accounts', query, signal),
  create: (account: NewAccount) => post<Account>('/api/accounts', account),
  change: (id: string, account: AccountChange) => put<Account>(`/api/accounts/${id}`, account),
  resetPassword: (id: string, new_password: string, remove_code: boolean) =>
    post<object>(`/api/accounts/${id}/password`, { new_password, remove_code }),
  unlock: (id: string) => post<object>(`/api/accounts/${id}/unlock`),
  sessions: (signal?: AbortSignal) => get<Rows<SessionRow>>('/api/accounts/sessions', undefined, signal),
  endOtherSessions: () => remove<object>('/api/accounts/sessions'),
  endSession: (id: string) => remove<object>(`/api/accounts/sessions/${id}`),
  sessionsOf: (id: string, signal?: AbortSignal) => get<Rows<SessionRow>>(`/api/accounts/${id}/sessions`, undefined, signal),
  endSessionsOf: (id: string) => remove<object>(`/api/accounts/${id}/sessions`),
  tokens: (signal?: AbortSignal) => get<Rows<TokenRow>>('/api/tokens', undefined, signal),
  createToken: (name: string, powers: Power[], ends: string) => post<TokenRow>('/api/tokens', { name, powers, ends }),
  endToken: (id: string) => remove<object>(`/api/tokens/${id}`),
  /** The roles that accounts of a place may have. */
  roles: (region?: string, signal?: AbortSignal) => get<RoleList>('/api/roles', { region }, signal),
}

export const regions = {
  one: (code: string, signal?: AbortSignal) => get<Region>(`/api/regions/${code}`, undefined, signal),
  children: (code: string, signal?: AbortSignal) => get<Rows<RegionChild>>(`/api/regions/${code}/children`, undefined, signal),
  search: (text: string, within?: string, limit = 30) => get<Rows<RegionHit>>('/api/regions/search', { text, within, limit }),
  cartogram: (code: string, plan: string, signal?: AbortSignal) => get<Cartogram>(`/api/regions/${code}/cartogram`, { plan }, signal),
}

export const plans = {
  list: (signal?: AbortSignal) => get<Rows<PlanHead>>('/api/plans', undefined, signal),
  one: (plan: string, signal?: AbortSignal) => get<PlanHead>(`/api/plans/${plan}`, undefined, signal),
  summary: (plan: string, region?: string, signal?: AbortSignal, as_of?: string) =>
    get<PlanSummary>(`/api/plans/${plan}/summary`, { region, as_of }, signal),
  clauses: (plan: string, signal?: AbortSignal) => get<Rows<Clause>>(`/api/plans/${plan}/clauses`, undefined, signal),
  figures: (plan: string, signal?: AbortSignal) => get<Rows<Figure>>(`/api/plans/${plan}/figures`, undefined, signal),
  indicators: (plan: string, region?: string, group?: Group, signal?: AbortSignal, as_of?: string) =>
    get<IndicatorList>(`/api/plans/${plan}/indicators`, { region, group, as_of }, signal),
  indicator: (plan: string, key: string, region?: string, signal?: AbortSignal, as_of?: string) =>
    get<IndicatorDetail>(`/api/plans/${plan}/indicators/${key}`, { region, as_of }, signal),
  computedTrend: (plan: string, key: string, region: string, as_of?: string, signal?: AbortSignal) =>
    get<ComputedTrend>(`/api/plans/${plan}/indicators/${key}/computed`, { region, as_of }, signal),
  countedRows: (plan: string, key: string, region: string, period: string, signal?: AbortSignal) =>
    get<CountedRows>(`/api/plans/${plan}/indicators/${key}/rows`, { region, period }, signal),
  tasks: (plan: string, signal?: AbortSignal) => get<TaskList>(`/api/plans/${plan}/tasks`, undefined, signal),
  projects: (plan: string, signal?: AbortSignal) => get<Rows<Project>>(`/api/plans/${plan}/projects`, undefined, signal),
  projectProgress: (plan: string, signal?: AbortSignal) =>
    get<ProjectProgressList>(`/api/plans/${plan}/projects/progress`, undefined, signal),
  policies: (plan: string, signal?: AbortSignal) => get<Rows<Policy>>(`/api/plans/${plan}/policies`, undefined, signal),
  standards: (plan: string, signal?: AbortSignal) => get<Rows<Standard>>(`/api/plans/${plan}/standards`, undefined, signal),
  documents: (plan: string, signal?: AbortSignal) => get<Rows<PlanDocument>>(`/api/plans/${plan}/documents`, undefined, signal),
  bodies: (plan: string, signal?: AbortSignal) => get<Rows<Body>>(`/api/plans/${plan}/bodies`, undefined, signal),
  services: (plan: string, signal?: AbortSignal) => get<Rows<PlaceService>>(`/api/plans/${plan}/services`, undefined, signal),
  subsidies: (plan: string, signal?: AbortSignal) => get<Rows<Subsidy>>(`/api/plans/${plan}/subsidies`, undefined, signal),
  matrix: (plan: string, query: { region?: string; group?: Group; period?: string; as_of?: string }, signal?: AbortSignal) =>
    get<Matrix>(`/api/plans/${plan}/matrix`, query, signal),
  periodForm: (plan: string, query: { region?: string; period: string }, signal?: AbortSignal) =>
    get<PeriodForm>(`/api/plans/${plan}/period-form`, query, signal),
  circular: (plan: string, query: { region?: string; period: string }, signal?: AbortSignal) =>
    get<CircularDraft>(`/api/plans/${plan}/circular`, query, signal),
  circulars: (plan: string, region?: string, signal?: AbortSignal) =>
    get<Rows<CircularRow>>(`/api/plans/${plan}/circulars`, { region }, signal),
  issueCircular: (plan: string, circular: { region: string; period: string; number: string; issuer: string; demands: string }) =>
    post<CircularRow>(`/api/plans/${plan}/circulars`, circular),
}

type ReportPeriod = { region?: string; period: string }
type ReportStep = { region: string; period: string; version: number }

/** The report of a place for a period: filled in, submitted, returned or signed, corrected. */
export const reports = {
  one: (plan: string, query: ReportPeriod, signal?: AbortSignal) => get<Report>(`/api/plans/${plan}/report`, query, signal),
  list: (plan: string, query: ReportPeriod, signal?: AbortSignal) => get<ReportList>(`/api/plans/${plan}/reports`, query, signal),
  save: (plan: string, draft: { region: string; period: string; values: DraftEntry[] }) => put<Report>(`/api/plans/${plan}/report`, draft),
  submit: (plan: string, step: ReportStep & { confirmed?: boolean }) => post<Report>(`/api/plans/${plan}/report/submit`, step),
  recall: (plan: string, step: ReportStep) => post<Report>(`/api/plans/${plan}/report/recall`, step),
  giveBack: (plan: string, step: ReportStep & { remark: string }) => post<Report>(`/api/plans/${plan}/report/return`, step),
  approve: (plan: string, step: ReportStep) => post<Report>(`/api/plans/${plan}/report/approve`, step),
  correct: (plan: string, step: ReportStep & { remark: string }) => post<Report>(`/api/plans/${plan}/report/correct`, step),
  remind: (plan: string, of: ReportPeriod) => post<{ places: number }>(`/api/plans/${plan}/reports/remind`, of),
}

type ReadingQuery = { plan?: string; indicator?: string; region?: string; period?: string; page?: number; page_rows?: number }
export type SheetFormat = 'csv' | 'xlsx'

export const readings = {
  list: (query: ReadingQuery, signal?: AbortSignal) => get<List<Reading>>('/api/readings', query, signal),
  report: (reading: NewReading) => post<Reading>('/api/readings', reading),
  change: (id: string, value: number, source: string, confirmed?: boolean) =>
    put<Reading>(`/api/readings/${id}`, { value, source, ...(confirmed ? { confirmed } : {}) }),
  remove: (id: string) => remove<object>(`/api/readings/${id}`),
  import: (plan: string, format: SheetFormat, dry_run: boolean, file: Blob, confirmed?: boolean) =>
    upload<ImportResult>('/api/readings/import', { plan, format, dry_run, ...(confirmed ? { confirmed } : {}) }, file),
  markedAddress: (plan: string, format: SheetFormat) => addressOf('/api/readings/import/marked', { plan, format }),
  templateAddress: (plan: string, format: SheetFormat) => addressOf('/api/readings/template', { plan, format }),
  exportAddress: (plan: string, format: SheetFormat, region?: string) => addressOf('/api/readings/export', { plan, format, region }),
}

/** Which entries of the journal; days are of Beijing, both included. */
export type JournalFilter = {
  record?: string
  record_id?: string
  account?: string
  action?: string
  region?: string
  from?: string
  to?: string
}

export const journal = {
  /** Newest first; `before_sequence` leads to older ones. */
  list: (query: JournalFilter & { before_sequence?: string; limit?: number }, signal?: AbortSignal) =>
    get<JournalPage>('/api/journal', query, signal),
  exportAddress: (query: JournalFilter, format: SheetFormat) => addressOf('/api/journal/export', { ...query, format }),
  /** Reckons the whole chain of seals anew, which takes a while. */
  verify: () => post<{ id: string }>('/api/journal/verify_job'),
  verified: (job: string) => get<JournalState>(`/api/journal/verify_job/${job}`),
}

/** What everyone may read without an account. */
export const open = {
  plans: (signal?: AbortSignal) => get<Rows<PlanHead>>('/api/public/plans', undefined, signal),
  plan: (plan: string, signal?: AbortSignal) => get<PublicPlan>(`/api/public/plans/${plan}`, undefined, signal),
}
