import { get, post, put } from '../api/client'
import type { BodyOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type EvaluationScheme = Schemas['evaluation_scheme']
export type RoundLine = Schemas['evaluation_round_line']
export type PlaceLine = Schemas['evaluation_place_line']
export type PlaceDetail = Schemas['evaluation_place_detail']
export type CriterionRow = Schemas['evaluation_criterion_row']
export type TaskLine = Schemas['evaluation_task_line']

export type OwnReport = Schemas['evaluation_report']
export type GivenPoints = Schemas['given_points']

export const evaluations = {
  list: (plan: string, signal?: AbortSignal) => get('/api/plans/{plan}/evaluations', { path: { plan }, signal }),
  open: (plan: string, evaluation: string, year: number) =>
    post('/api/plans/{plan}/evaluations', { path: { plan }, body: { evaluation, year } }),
  round: (plan: string, round: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/evaluations/{round}', { path: { plan, round }, signal }),
  announce: (plan: string, round: string, version: number) =>
    post('/api/plans/{plan}/evaluations/{round}/announce', { path: { plan, round }, body: { version } }),
  publish: (plan: string, round: string, body: BodyOf<'post', '/api/plans/{plan}/evaluations/{round}/publish'>) =>
    post('/api/plans/{plan}/evaluations/{round}/publish', { path: { plan, round }, body }),
  place: (plan: string, round: string, region: string, signal?: AbortSignal) =>
    get('/api/plans/{plan}/evaluations/{round}/places/{region}', { path: { plan, round, region }, signal }),
  save: (plan: string, round: string, region: string, version: number, report: OwnReport) =>
    put('/api/plans/{plan}/evaluations/{round}/places/{region}', { path: { plan, round, region }, body: { version, report } }),
  submit: (plan: string, round: string, region: string, version: number) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/submit', { path: { plan, round, region }, body: { version } }),
  accept: (plan: string, round: string, region: string, version: number) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/accept', { path: { plan, round, region }, body: { version } }),
  giveBack: (plan: string, round: string, region: string, version: number, text: string) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/return', { path: { plan, round, region }, body: { version, text } }),
  object: (plan: string, round: string, region: string, version: number, text: string) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/object', { path: { plan, round, region }, body: { version, text } }),
  review: (plan: string, round: string, region: string, version: number, points: GivenPoints[]) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/review', { path: { plan, round, region }, body: { version, points } }),
  answer: (plan: string, round: string, region: string, version: number, text: string, points: GivenPoints[]) =>
    post('/api/plans/{plan}/evaluations/{round}/places/{region}/answer', {
      path: { plan, round, region },
      body: { version, text, points },
    }),
  published: (plan: string, signal?: AbortSignal) => get('/api/public/plans/{plan}/evaluations', { path: { plan }, signal }),
}
