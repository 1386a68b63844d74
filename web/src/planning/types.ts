/** What the server says of the map and of what is asked of it. Lengths in metres, times in minutes, shares from 0 to 1, places in degrees (WGS84). */
export type Way = 'walk' | 'elder' | 'car'
export type PeopleGroup = 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'
export type Unit = 'beds' | 'slots' | 'none'
export type Fault = 'water' | 'no_street' | 'swapped' | 'gcj02' | 'bd09' | 'outside' | 'missing'

export interface StreetMap {
  id: string
  version: number
  region: string
  region_name: string
  name: string
  source: string
  synthetic: boolean
  current: boolean
  loaded_at: string
  loaded_by: string
  bytes: number
  junctions: number
  streets: number
  length_km: number
  west: number
  south: number
  east: number
  north: number
  addresses: number
  areas: number
}
export interface PlaceKind {
  kind: string
  zh: string
  en: string
  group: PeopleGroup
  unit: Unit
  places: number
  placed: number
  capacity: number
  free: number
}
export interface WayChoice {
  way: Way
  zh: string
  en: string
  metres_per_minute?: number | null
  source: string
}
export interface Limit {
  minutes?: number | null
  metres?: number | null
  zh: string
  en: string
  source: string
}
export interface Setting {
  region: string
  region_name: string
  maps: StreetMap[]
  streets?: StreetMap | null
  as_of: string
  place_kinds: PlaceKind[]
  ways: WayChoice[]
  limits: Limit[]
  people: { group: PeopleGroup; people: number; drawn: boolean }[]
  people_placed: number
  people_unplaced: number
  faults: number
}

export interface Place {
  id: string
  name: string
  kind: string
  region: string
  region_name: string
  longitude?: number | null
  latitude?: number | null
  capacity?: number | null
  free?: number | null
  fault?: Fault | null
}

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
export interface Ring {
  hole: boolean
  points: number[]
}
export interface AccessRow {
  region: string
  name: string
  people: number
  score: number
  longitude?: number | null
  latitude?: number | null
}
export interface YearShare {
  year: number
  places: number
  share: number
}

export interface Change {
  what: 'put' | 'close' | 'resize'
  place?: string | null
  name?: string | null
  longitude?: number | null
  latitude?: number | null
  capacity?: number | null
}
export interface Standing {
  people: number
  reached: number
  share: number
  score_mean?: number | null
}
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
export interface Outcome {
  before: Standing
  after: Standing
  regions: ChangedRegion[]
  places: Load[]
  faults: { change: number; fault: Fault }[]
}
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
export interface GivenSite {
  name: string
  longitude: number
  latitude: number
  capacity?: number
  price_fen?: number
}
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
export interface PlanFigure {
  name: string
  source: string
  year: number
  stated: number
  least: number
  most: number
  computed?: number | null
  registered?: number | null
  carried?: number | null
  within: boolean
  unverified: boolean
}
export interface NeedRule {
  unit: Unit
  wanted: number
  per_people: number
  from_age: number
  to_age: number
  zh: string
  en: string
  source: string
}
export interface Need {
  base_year: number
  as_of?: string
  source: string
  /** People whose day of birth is not known: nobody can forecast them. */
  without_age?: number
  rows: NeedRow[]
  shortfalls: { region: string; name: string; beds_from?: number | null; slots_from?: number | null }[]
  rules: NeedRule[]
  figures: PlanFigure[]
}

export interface ImportOutcome {
  map?: StreetMap | null
  nodes: number
  ways: number
  ways_travelled: number
  nodes_missing: number
  places_inside: number
  places_outside: number
  people_placed: number
  people_unplaced: number
}
export interface FaultRow {
  id: string
  version: number
  name: string
  kind: string
  region: string
  region_name: string
  longitude?: number | null
  latitude?: number | null
  fault: Fault
  off_m?: number | null
  offered_longitude?: number | null
  offered_latitude?: number | null
}

export interface MeasureVillage {
  region: string
  name: string
  people: number
  not_reached: number
  instead_m?: number | null
}
/** A question of reach that a plan or standard names, as it was counted. */
export interface MeasureRow {
  key: string
  zh: string
  en: string
  source: string
  way: Way
  minutes?: number | null
  metres?: number | null
  group: PeopleGroup
  measured?: string | null
  people: number
  reached: number
  villages: number
  villages_short: number
  share: number
  points: { day: string; people: number; reached: number; share: number }[]
  short_of: MeasureVillage[]
}

export type EstateState = 'met' | 'short_of_area' | 'step_missing' | 'not_known' | 'not_bound'
export interface EstateNeed {
  space: 'elderly' | 'childcare'
  m2?: number | null
  m2_per_hundred?: number | null
  wanted_m2?: number | null
  missing_m2?: number | null
  rule?: number | null
}
export interface EstateRow {
  id: string
  region: string
  region_name: string
  name: string
  newly_built: boolean
  households: number
  accepted?: string | null
  planned_together?: boolean | null
  built_together?: boolean | null
  accepted_together?: boolean | null
  handed_over_together?: boolean | null
  childcare_slots?: number | null
  state: EstateState
  needs: EstateNeed[]
}
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
