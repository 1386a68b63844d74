import { addressOf, get, post, upload } from '../api/client'

export type RunState = 'computing' | 'draft' | 'county' | 'city' | 'approved' | 'sent' | 'settled' | 'withdrawn'
export type RunAct = 'county_agrees' | 'city_agrees' | 'finance_agrees' | 'returned' | 'sent_to_bank' | 'answer_read' | 'withdrawn'
export type Check =
  | 'deceased'
  | 'moved'
  | 'two_places'
  | 'double_claim'
  | 'over_capacity'
  | 'shared_account'
  | 'absence'
  | 'unusual'
  | 'no_account'
export interface Payable {
  plan: string
  subsidy: string
  name: string
  every?: string
  region: string
  region_name: string
}
export interface RunLine {
  id: string
  name: string
  plan: string
  period: string
  region: string
  region_name: string
  state: RunState
  paid: number
  held: number
  undecided: number
  total: number
  trouble?: string
}
export interface RunRegion {
  region: string
  region_name: string
  paid: number
  held: number
  undecided: number
  total: number
}
export interface RunStep {
  act: RunAct
  account_name: string
  at: string
  note?: string
}
export interface HeldLine {
  id: string
  resident?: string
  who: string
  region_name: string
  check: Check
  evidence: string
  amount: number
  state: 'open' | 'released' | 'dropped'
  note?: string
}
export interface UndecidedLine {
  resident?: string
  who: string
  region_name: string
  missing: string
}
export interface RunPage {
  run: RunLine & { file_digest: string; inputs_digest: string; journal_sequence: number; looked_at: number; made_at: string }
  region_name: string
  made_by_name: string
  regions: RunRegion[]
  steps: RunStep[]
  holds: HeldLine[]
  undecided_people: UndecidedLine[]
  acts: RunAct[]
  may_decide: boolean
  before?: string
}
export interface ReasonLine {
  reason: string
  people: number
  change: number
}
export interface DifferenceLine {
  subject: number | string
  who: string
  before: number
  after: number
  steps: ReasonLine[]
  facts: string
}
export interface RunDifferences {
  before_period: string
  before: number
  after: number
  reasons: ReasonLine[]
  people: DifferenceLine[]
  people_in_all: number
}
export interface OwnSubsidy {
  subsidy: string
  name: string
  source: string
  period: string
  amount: number
  ended: boolean
  last_paid?: string
  why: string
  missing: string
  owed: number
}
export interface OwnPayment {
  name: string
  period: string
  entitled: number
  correction: number
  recovered: number
  amount: number
  state: 'due' | 'held' | 'dropped' | 'paid' | 'refused'
  run_state: RunState
  checks: Check[]
  bank_reason?: string
}
export interface OwnBenefits {
  name: string
  subsidies: OwnSubsidy[]
  payments: OwnPayment[]
  ask: string
}

export const funds = {
  payable: (signal?: AbortSignal) => get<{ rows: Payable[] }>('/api/subsidies', undefined, signal),
  runs: (signal?: AbortSignal) => get<{ rows: RunLine[] }>('/api/subsidies/runs', undefined, signal),
  start: (body: { plan: string; subsidy: string; period: string; region?: string }) =>
    post<{ run: string; made: boolean }>('/api/subsidies/runs', body),
  run: (id: string, signal?: AbortSignal) => get<RunPage>(`/api/subsidies/runs/${id}`, undefined, signal),
  differences: (id: string, signal?: AbortSignal) => get<RunDifferences>(`/api/subsidies/runs/${id}/differences`, undefined, signal),
  act: (id: string, act: RunAct, note: string, exceed_reason: string) =>
    post(`/api/subsidies/runs/${id}/act`, { act, note: note || undefined, exceed_reason: exceed_reason || undefined }),
  decide: (hold: string, release: boolean, note: string) => post(`/api/subsidies/holds/${hold}/decide`, { release, note }),
  file: (id: string) => addressOf(`/api/subsidies/runs/${id}/file`),
  answer: (id: string, file: Blob) => upload(`/api/subsidies/runs/${id}/answer`, {}, file),
  of: (resident: string, signal?: AbortSignal) => get<OwnBenefits>(`/api/subsidies/residents/${resident}`, undefined, signal),
}
