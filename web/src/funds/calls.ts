import { addressOf, get, post, upload } from '../api/client'
import type { components } from '../api/schema'

type Schemas = components['schemas']

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
export type Payable = Schemas['payable_subsidy']
export type RunLine = Schemas['run_list_line']
export type RunRegion = Schemas['run_region']
export type RunStep = Schemas['run_step_line']
export type HeldLine = Schemas['held_line']
export type UndecidedLine = Schemas['undecided_line']
export type RunPage = Schemas['run_page']
export type ReasonLine = Schemas['reason_line']
export type DifferenceLine = Schemas['difference_line']
export type RunDifferences = Schemas['run_differences']
export type OwnSubsidy = Schemas['own_subsidy']
export type OwnPayment = Schemas['own_payment']
export type OwnBenefits = Schemas['own_benefits']

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
