import type { components } from '../api/schema'

type Schemas = components['schemas']
/** What the server says of the map and of what is asked of it. Lengths in metres, times in minutes, shares from 0 to 1, places in degrees (WGS84). */
export type Way = 'walk' | 'elder' | 'car'
export type PeopleGroup = 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'
export type Unit = 'beds' | 'slots' | 'none'
export type Fault = 'water' | 'no_street' | 'swapped' | 'gcj02' | 'bd09' | 'outside' | 'missing'

export type StreetMap = Schemas['street_map_row']
export type PlaceKind = Schemas['planning_kind_row']
export type WayChoice = Schemas['planning_way_row']
export type Limit = Schemas['planning_limit_row']
export type Setting = Schemas['planning_setting']

export type Place = Schemas['planning_place_row']

/** What is asked: for whom a kind of place is near enough. */
export interface Question {
  region?: string
  kind: string
  way: Way
  minutes?: number
  metres?: number
  group?: PeopleGroup
}
export interface ReachRow {
  region: string
  name: string
  level: 'city' | 'county' | 'street' | 'village'
  people: number
  reached: number
  share: number
  not_reached: number
  longitude?: number | null
  latitude?: number | null
  instead_m?: number | null
  instead_minutes?: number | null
  farthest_m?: number | null
  nearest_place?: string | null
}
export interface Reach {
  as_of: string
  places: number
  people: number
  reached: number
  share: number
  no_street: number
  cut_off: number
  unplaced?: number
  regions: ReachRow[]
}
export type Ring = Schemas['planning_area_ring']
export type AccessRow = Schemas['planning_access_row']
export type YearShare = Schemas['planning_year_row']

export type Change = Schemas['planning_change']
export type Standing = Schemas['planning_try_totals']
export interface ChangedRegion {
  region: string
  name: string
  level: string
  people: number
  before_share: number
  after_share: number
  before_reached: number
  after_reached: number
}
export interface Load {
  place?: string | null
  name: string
  longitude: number
  latitude: number
  capacity?: number | null
  before_load?: number | null
  load: number
}
export type Outcome = Schemas['planning_try_answer']
export interface Scenario extends Omit<Question, 'minutes' | 'metres'> {
  id: string
  version: number
  region: string
  name: string
  note?: string | null
  minutes?: number | null
  metres?: number | null
  changes: Change[]
  made_at: string
  made_by: string
}

export type Objective = 'most_people' | 'least_travel' | 'least_farthest' | 'everybody'
export type Candidates = 'villages' | 'addresses' | 'given'
export type GivenSite = Schemas['siting_given_candidate']
export interface SitingQuestion extends Question {
  objective: Objective
  places?: number
  budget_fen?: number
  candidates: Candidates
  given?: GivenSite[]
  keep_existing: boolean
  seconds: number
  least_people?: number
}
export interface Site {
  order: number
  name: string
  longitude: number
  latitude: number
  region: string
  region_name: string
  gain: number
  price_fen?: number | null
  robust?: 'every' | 'some' | 'one' | null
}
export interface Siting {
  kind: string
  before_share: number
  after_share: number
  before_reached: number
  after_reached: number
  people: number
  value: number
  bound: number
  gap: number
  proved: boolean
  seconds: number
  proof_zh: string
  proof_en: string
  places: Site[]
  binding: { zh: string; en: string }[]
}

export interface NeedRow {
  region: string
  name: string
  year: number
  from_60: number
  from_65: number
  from_80: number
  under_three: number
  births: number
  beds_needed?: number | null
  beds_low?: number | null
  beds_high?: number | null
  beds?: number | null
  beds_coming?: number | null
  slots_needed?: number | null
  slots_low?: number | null
  slots_high?: number | null
  slots?: number | null
  slots_coming?: number | null
  from_3_to_5: number
  kindergarten_empty: number
}
/** What a plan says itself of people to come, beside what the same years make of those registered. */
export type PlanFigure = Schemas['planning_figure_row']
export type NeedRule = Schemas['planning_ratio_row']
export type Need = Schemas['planning_need']

export type ImportOutcome = Schemas['street_map_import_outcome']
export type FaultRow = Schemas['planning_fault_row']

export type MeasureVillage = Schemas['reach_measure_village']
/** A question of reach that a plan or standard names, as it was counted. */
export type MeasureRow = Schemas['reach_measure_row']

export type EstateState = 'met' | 'short_of_area' | 'step_missing' | 'not_known' | 'not_bound'
export type EstateNeed = Schemas['estate_need']
export type EstateRow = Schemas['estate_row']
export type EstateList = Record<EstateState, number> & {
  as_of: string
  estates: number
  missing_elderly_m2: number
  missing_childcare_m2: number
  rules: {
    space: string
    newly_built: boolean
    m2_per_hundred: number
    since?: string | null
    name: string
    source: string
    unverified: boolean
  }[]
  rows: EstateRow[]
}
