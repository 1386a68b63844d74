import { get, post } from '../api/client'
import { addressOf, type BodyOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type RunAct = Schemas['run_step_line']['act']
export type RunLine = Schemas['run_list_line']
export type RunRegion = Schemas['run_region']
export type RunStep = Schemas['run_step_line']
export type HeldLine = Schemas['held_line']
export type UndecidedLine = Schemas['undecided_line']
export type RunPage = Schemas['run_page']
export type ReasonLine = Schemas['reason_line']
export type DifferenceLine = Schemas['difference_line']
export type RunDifferences = Schemas['run_differences']
export type OwnPayment = Schemas['own_payment']

export const funds = {
  payable: (signal?: AbortSignal) => get('/api/subsidies', { signal }),
  runs: (signal?: AbortSignal) => get('/api/subsidies/runs', { signal }),
  start: (body: BodyOf<'post', '/api/subsidies/runs'>) => post('/api/subsidies/runs', { body }),
  run: (id: string, signal?: AbortSignal) => get('/api/subsidies/runs/{id}', { path: { id }, signal }),
  differences: (id: string, signal?: AbortSignal) => get('/api/subsidies/runs/{id}/differences', { path: { id }, signal }),
  act: (id: string, act: RunAct, note: string, exceed_reason: string) =>
    post('/api/subsidies/runs/{id}/act', {
      path: { id },
      body: { act, note: note || undefined, exceed_reason: exceed_reason || undefined },
    }),
  decide: (hold: string, release: boolean, note: string) =>
    post('/api/subsidies/holds/{id}/decide', { path: { id: hold }, body: { release, note } }),
  file: (id: string) => addressOf('/api/subsidies/runs/{id}/file', { path: { id } }),
  answer: (id: string, file: Blob) => post('/api/subsidies/runs/{id}/answer', { path: { id }, file }),
  of: (resident: string, signal?: AbortSignal) => get('/api/subsidies/residents/{resident}', { path: { resident }, signal }),
}
