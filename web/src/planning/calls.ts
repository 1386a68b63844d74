import { addressOf, get, post, put, upload } from '../api/client'
import type { Rows } from '../api/types'
import type { Job } from '../jobs/calls'
import type * as T from './types'

const k_root = '/api/planning'

/** A question as its address says it: what was not asked is left out. */
const asked = (question: T.Question): Record<string, string | number | undefined> => ({
  region: question.region,
  kind: question.kind,
  way: question.way,
  minutes: question.minutes,
  metres: question.metres,
  group: question.group,
})

export interface NewScenario extends T.Question {
  name: string
  note?: string
  changes: T.Change[]
  version?: number
}

export const planning = {
  setting: (region?: string, signal?: AbortSignal) => get<T.Setting>(`${k_root}/setting`, { region }, signal),
  places: (region?: string, kind?: string, signal?: AbortSignal) =>
    get<{ as_of: string } & Rows<T.Place>>(`${k_root}/places`, { region, kind }, signal),
  reach: (question: T.Question, signal?: AbortSignal) => get<T.Reach>(`${k_root}/reach`, asked(question), signal),
  area: (question: T.Question, signal?: AbortSignal) =>
    get<{ rings: T.Ring[] }>(`${k_root}/area`, { ...asked(question), group: undefined }, signal),
  /** Where the map of it lies, as a sheet for paper. */
  mapPaper: (question: T.Question) => addressOf(`${k_root}/map_paper`, asked(question)),
  access: (question: T.Question, signal?: AbortSignal) =>
    get<{ capacity: number; unused: number } & Rows<T.AccessRow>>(`${k_root}/access`, asked(question), signal),
  overTime: (question: T.Question, signal?: AbortSignal) => get<Rows<T.YearShare>>(`${k_root}/over_time`, asked(question), signal),
  try: (question: T.Question, changes: T.Change[]) => post<T.Outcome>(`${k_root}/try`, { ...question, changes }),
  scenarios: (region?: string, signal?: AbortSignal) => get<Rows<T.Scenario>>(`${k_root}/scenarios`, { region }, signal),
  keepScenario: (scenario: NewScenario) => post<T.Scenario>(`${k_root}/scenarios`, scenario),
  changeScenario: (id: string, scenario: NewScenario) => put<T.Scenario>(`${k_root}/scenarios/${id}`, scenario),
  removeScenario: (id: string, version: number) => post<object>(`${k_root}/scenarios/${id}/remove`, { version }),
  outcome: (id: string, signal?: AbortSignal) => get<T.Outcome>(`${k_root}/scenarios/${id}/outcome`, undefined, signal),
  draftScenario: (id: string) => post<{ projects: string[] }>(`${k_root}/scenarios/${id}/draft`),
  site: (question: T.SitingQuestion) => post<Job>(`${k_root}/siting`, question),
  siting: (job: string, signal?: AbortSignal) => get<T.Siting>(`${k_root}/siting/${job}`, undefined, signal),
  draftSiting: (job: string) => post<{ projects: string[] }>(`${k_root}/siting/${job}/draft`),
  need: (region: string | undefined, years: number, signal?: AbortSignal) => get<T.Need>(`${k_root}/need`, { region, years }, signal),
  estates: (region?: string, signal?: AbortSignal) => get<T.EstateList>(`${k_root}/estates`, { region }, signal),
  measures: (region?: string, signal?: AbortSignal) => get<Rows<T.MeasureRow>>(`${k_root}/measures`, { region }, signal),
  countReach: (region?: string) => post<Job>(`${k_root}/measures/count`, { region }),
  maps: (region?: string, signal?: AbortSignal) => get<Rows<T.StreetMap>>(`${k_root}/maps`, { region }, signal),
  importMap: (region: string, name: string, source: string, file: File) =>
    upload<Job>(`${k_root}/maps/import`, { region, name, source, format: /\.csv$/i.test(file.name) ? 'addresses' : undefined }, file),
  imported: (job: string, signal?: AbortSignal) => get<T.ImportOutcome>(`${k_root}/maps/import/${job}`, undefined, signal),
  useMap: (map: T.StreetMap) => post<T.StreetMap>(`${k_root}/maps/${map.id}/use`, { version: map.version }),
  removeMap: (map: T.StreetMap) => post<object>(`${k_root}/maps/${map.id}/remove`, { version: map.version }),
  faults: (region?: string, signal?: AbortSignal) => get<{ checked: number } & Rows<T.FaultRow>>(`${k_root}/faults`, { region }, signal),
  correct: (region: string, rows: { id: string; version: number; longitude: number; latitude: number }[]) =>
    post<{ corrected: number }>(`${k_root}/faults/correct`, { region, rows }),
}

/** The address of tiles; the braces stay for the map to fill. */
export function tilesOf(map: T.StreetMap, layer: '' | '/people' = ''): string {
  return addressOf(`${k_root}/tiles/{z}/{x}/{y}${layer}`, { region: map.region, v: `${map.id}-${map.version}` })
}
