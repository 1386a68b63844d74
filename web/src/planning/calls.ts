import { get, post, put } from '../api/client'
import { addressOf, tilesAt, type BodyOf, type QueryOf } from '../api/request'
import type { components } from '../api/schema'
import type * as T from './types'

/** A question as its address says it: what was not asked is left out. */
const asked = (question: T.Question): T.Question => ({
  region: question.region,
  kind: question.kind,
  way: question.way,
  minutes: question.minutes,
  metres: question.metres,
  group: question.group,
})

export type NewScenario = BodyOf<'post', '/api/planning/scenarios'>

export const planning = {
  setting: (region?: string, signal?: AbortSignal) => get('/api/planning/setting', { query: { region }, signal }),
  places: (region?: string, signal?: AbortSignal) => get('/api/planning/places', { query: { region }, signal }),
  reach: (question: T.Question, signal?: AbortSignal) => get('/api/planning/reach', { query: asked(question), signal }),
  area: (question: T.Question, signal?: AbortSignal) =>
    get('/api/planning/area', { query: { ...asked(question), group: undefined }, signal }),
  /** Where the map of it lies, as a sheet for paper. */
  mapPaper: (question: T.Question) => addressOf('/api/planning/map_paper', { query: asked(question) }),
  access: (question: T.Question, signal?: AbortSignal) => get('/api/planning/access', { query: asked(question), signal }),
  overTime: (question: T.Question, signal?: AbortSignal) => get('/api/planning/over_time', { query: asked(question), signal }),
  try: (question: T.Question, changes: T.Change[]) => post('/api/planning/try', { body: { ...question, changes } }),
  scenarios: (region?: string, signal?: AbortSignal) => get('/api/planning/scenarios', { query: { region }, signal }),
  keepScenario: (scenario: NewScenario) => post('/api/planning/scenarios', { body: scenario }),
  changeScenario: (id: string, scenario: BodyOf<'put', '/api/planning/scenarios/{id}'>) =>
    put('/api/planning/scenarios/{id}', { path: { id }, body: scenario }),
  removeScenario: (id: string, version: number) => post('/api/planning/scenarios/{id}/remove', { path: { id }, body: { version } }),
  outcome: (id: string, signal?: AbortSignal) => get('/api/planning/scenarios/{id}/outcome', { path: { id }, signal }),
  draftScenario: (id: string) => post('/api/planning/scenarios/{id}/draft', { path: { id } }),
  site: (question: T.SitingQuestion) => post('/api/planning/siting', { body: question }),
  siting: (job: string, signal?: AbortSignal) => get('/api/planning/siting/{job}', { path: { job }, signal }),
  draftSiting: (job: string) => post('/api/planning/siting/{job}/draft', { path: { job } }),
  need: (region: string | undefined, years: number, signal?: AbortSignal) =>
    get('/api/planning/need', { query: { region, years }, signal }),
  yearAheadAddress: (query: QueryOf<'get', '/api/planning/year_ahead'>) => addressOf('/api/planning/year_ahead', { query }),
  estates: (region?: string, signal?: AbortSignal) => get('/api/planning/estates', { query: { region }, signal }),
  measures: (region?: string, signal?: AbortSignal) => get('/api/planning/measures', { query: { region }, signal }),
  countReach: (region?: string) => post('/api/planning/measures/count', { body: { region } }),
  maps: (region?: string, signal?: AbortSignal) => get('/api/planning/maps', { query: { region }, signal }),
  importMap: (region: string, name: string, source: string, file: File) =>
    post('/api/planning/maps/import', {
      query: { region, name, source, format: /\.csv$/i.test(file.name) ? 'addresses' : undefined },
      file,
    }),
  imported: (job: string, signal?: AbortSignal) => get('/api/planning/maps/import/{job}', { path: { job }, signal }),
  useMap: (map: T.StreetMap) => post('/api/planning/maps/{id}/use', { path: { id: map.id }, body: { version: map.version } }),
  removeMap: (map: T.StreetMap) => post('/api/planning/maps/{id}/remove', { path: { id: map.id }, body: { version: map.version } }),
  faults: (region?: string, signal?: AbortSignal) => get('/api/planning/faults', { query: { region }, signal }),
  correct: (region: string, rows: components['schemas']['planning_correction'][]) =>
    post('/api/planning/faults/correct', { body: { region, rows } }),
}

/** The address of tiles; the braces stay for the map to fill. */
export function tilesOf(map: T.StreetMap, layer: '' | '/people' = ''): string {
  return tilesAt(`/api/planning/tiles/{z}/{x}/{y}${layer}`, { region: map.region, v: `${map.id}-${map.version}` })
}
