import { get, post, put } from '../api/client'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type EvaluationList = Schemas['evaluation_list']
export type EvaluationScheme = Schemas['evaluation_scheme']
export type RoundLine = Schemas['evaluation_round_line']
export type RoundDetail = Schemas['evaluation_round_detail']
export type PlaceLine = Schemas['evaluation_place_line']
export type PlaceDetail = Schemas['evaluation_place_detail']
export type CriterionRow = Schemas['evaluation_criterion_row']
export type TaskLine = Schemas['evaluation_task_line']
export type PublicRounds = Schemas['public_evaluations']

export interface OwnReport {
  summary?: string
  answers: { criterion: string; own_points?: number; text?: string }[]
  tasks: { key: string; not_here: boolean; done_on?: string; text?: string }[]
}
export interface GivenPoints {
  criterion: string
  points?: number
  reason?: string
}

const base = (plan: string): string => `/api/plans/${plan}/evaluations`
const placeOf = (plan: string, round: string, region: string): string => `${base(plan)}/${round}/places/${region}`

export const evaluations = {
  list: (plan: string, signal?: AbortSignal) => get<EvaluationList>(base(plan), undefined, signal),
  open: (plan: string, evaluation: string, year: number) => post<RoundLine>(base(plan), { evaluation, year }),
  round: (plan: string, round: string, signal?: AbortSignal) => get<RoundDetail>(`${base(plan)}/${round}`, undefined, signal),
  announce: (plan: string, round: string, version: number) => post<RoundDetail>(`${base(plan)}/${round}/announce`, { version }),
  publish: (plan: string, round: string, body: { version: number; statement: string; shares: { region: string; percent: number }[] }) =>
    post<RoundDetail>(`${base(plan)}/${round}/publish`, body),
  place: (plan: string, round: string, region: string, signal?: AbortSignal) =>
    get<PlaceDetail>(placeOf(plan, round, region), undefined, signal),
  save: (plan: string, round: string, region: string, version: number, report: OwnReport) =>
    put<PlaceDetail>(placeOf(plan, round, region), { version, report }),
  submit: (plan: string, round: string, region: string, version: number) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/submit`, { version }),
  accept: (plan: string, round: string, region: string, version: number) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/accept`, { version }),
  giveBack: (plan: string, round: string, region: string, version: number, text: string) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/return`, { version, text }),
  object: (plan: string, round: string, region: string, version: number, text: string) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/object`, { version, text }),
  review: (plan: string, round: string, region: string, version: number, points: GivenPoints[]) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/review`, { version, points }),
  answer: (plan: string, round: string, region: string, version: number, text: string, points: GivenPoints[]) =>
    post<PlaceDetail>(`${placeOf(plan, round, region)}/answer`, { version, text, points }),
  published: (plan: string, signal?: AbortSignal) => get<PublicRounds>(`/api/public/plans/${plan}/evaluations`, undefined, signal),
}
