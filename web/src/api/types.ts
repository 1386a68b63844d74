/**
 * What the server sends and takes, under the names the screens use. The one file that changes when the
 * types come out of the server's OpenAPI document: each interface then becomes an alias of
 * `components['schemas'][...]` of `schema.ts` (`npm run types -- <openapi.json>`).
 */

export type Light = 'met' | 'near' | 'behind' | 'no_data'
export type Role = 'administrator' | 'official' | 'reporter' | 'viewer' | 'auditor'
export type Group = 'elderly' | 'childcare' | 'both'
export type Level = 'country' | 'province' | 'city' | 'county' | 'street' | 'village'
export type Comparator = '>=' | '<=' | '=' | '>' | '<' | '..' | 'in'
/** A number of the field. Decimals may travel as text so that no digit is lost. */
export type Decimal = number | string

export interface List<Row> { rows: Row[]; total: number; page: number; page_rows: number }
export interface Rows<Row> { rows: Row[] }
/** Every row of a plan says which layer it came from and which clause it carries out. */
export interface PlanRow { layer: string; source: string; unverified: boolean }

export interface Me {
  id: string; name: string; display_name: string; role: Role; region: string; region_name: string
  csrf_token: string; totp_enabled: boolean
}
export interface Account {
  id: string; name: string; display_name: string; role: Role; region: string; region_name: string
  state: 'active' | 'disabled'; phone?: string; created_at: string; last_sign_in_at?: string
}
export interface AccountChange { display_name: string; role: Role; region: string; phone?: string; state: Account['state'] }
export interface NewAccount { name: string; display_name: string; role: Role; region: string; phone?: string; password: string }

export interface RegionStep { code: string; name: string; level: Level }
export interface Region {
  code: string; name: string; name_en?: string; level: Level; path: RegionStep[]; children_count: number
  added: boolean; note?: string
}
export interface RegionChild { code: string; name: string; level: Level; children_count: number; added: boolean }
export interface RegionHit { code: string; name: string; level: Level; path_text: string }
export interface Tile { region: string; name: string; column: number; row: number }
export interface Cartogram { region: string; tiles: Tile[]; columns: number; rows: number; placed: boolean }

export interface PlanCounts {
  indicators: number; tasks: number; milestones: number; projects: number; policies: number
  standards: number; figures: number; clauses: number
}
export interface PlanHead {
  plan: string; title: string; title_en?: string; document?: string; issuer?: string; issued?: string
  region: string; region_name: string; runs_from?: string; runs_to?: string; summary?: string; summary_en?: string
  layers: string[]; unverified: boolean; counts: PlanCounts
}
export type LightCounts = Record<Light, number>
export interface GroupLights extends LightCounts { group: Group }
export interface DueTask { task: string; title: string; due: string; days_left: number }
export interface ProjectTotal { list: string; count: number; investment_fen: number | string; beds: number; slots: number }
export interface Figure extends PlanRow {
  key: string; name: string; name_en?: string; region?: string; region_name?: string; period: string; value: Decimal
  unit: string; group?: Group; approximate: boolean; note?: string
}
export interface PlanSummary {
  region: string; region_name: string; as_of?: string; lights: LightCounts; lights_by_group: GroupLights[]
  next_due: DueTask[]; overdue_count: number; due_count: number; project_totals: ProjectTotal[]; figures: Figure[]
}
export type UseKind = 'indicator' | 'task' | 'milestone' | 'project' | 'policy' | 'standard' | 'figure'
export interface ClauseUse { kind: UseKind; key: string; name: string }
export interface Clause {
  number: string; title: string; title_en?: string; summary?: string; layer: string; unverified: boolean; uses: ClauseUse[]
}

export interface Target { period: string; comparator: Comparator; value: Decimal; value_to?: Decimal; text: string }
export interface Baseline { period: string; comparator?: Comparator; value: Decimal }
export interface Actual { period: string; value: Decimal; reported_at?: string; source: string; synthetic: boolean }
export interface Indicator extends PlanRow {
  key: string; name: string; name_en?: string; unit: string; group: Group; lead: string[]
  definition?: string; definition_en?: string; down_to?: Level; value_rule?: string
  targets: Target[]; baseline: Baseline[]
}
export interface IndicatorState extends Indicator {
  target?: Target; actual?: Actual; previous?: { period: string; value: Decimal }; gap?: string
  light: Light; rank?: number; rank_of?: number
}
export interface IndicatorList { region: string; region_name: string; level: Level; rows: IndicatorState[] }
export interface SeriesPoint { period: string; value: Decimal; synthetic: boolean }
export interface IndicatorChild {
  region: string; name: string; level: Level; actual?: { period: string; value: Decimal; synthetic: boolean }
  light: Light; gap?: string; rank?: number
}
export interface IndicatorDetail {
  indicator: IndicatorState; region: string; region_name: string; level: Level; path: RegionStep[]
  series: SeriesPoint[]; children: IndicatorChild[]; readings: Reading[]
}

export interface Milestone {
  key: string; content: string; content_en?: string; due?: string; measure?: string; indicator?: string; source: string
}
export type TaskState = 'open' | 'due_soon' | 'overdue' | 'no_date'
export interface Task extends PlanRow {
  number: string; title: string; title_en?: string; summary?: string; lead: string[]; cooperate: string[]; due: string[]
  group: Group; milestones: Milestone[]; state: TaskState
}
export interface Project extends PlanRow {
  number: string; list: string; name: string; name_en?: string; owner: string; region?: string; region_name?: string
  start_year?: number; investment_fen?: number | string; beds?: number; slots?: number; floor_area_m2?: number
  kind?: string; content?: string
}
export interface Policy extends PlanRow {
  number: string; package: Group; category: string; title: string; title_en?: string; summary?: string; goal?: string
  responsible: string[]; document?: string
}
export interface Standard extends PlanRow {
  key: string; name: string; name_en?: string; topic: string; group?: Group; applies_to?: string
  comparator?: Comparator; value?: Decimal; unit?: string; summary?: string; summary_en?: string; document?: string
}

export interface Reading {
  id: string; plan: string; indicator: string; region: string; region_name?: string; period: string; value: Decimal
  source: string; synthetic: boolean; reported_by?: string; reported_at: string
}
export interface NewReading { plan: string; indicator: string; region: string; period: string; value: string; source: string }
export interface ImportResult { rows_read: number; inserted: number; updated: number; dry_run: boolean }

export interface JournalEntry {
  sequence: number | string; at: string; account?: string; account_name?: string; door: string; action: string
  record: string; record_id: string; region: string; before?: unknown; after?: unknown
}
export interface JournalState { entries: number; seals: number; sealed_to: number | string; algorithm: string; verified: boolean }

export type PublicTask = Pick<Task, 'number' | 'title' | 'title_en' | 'summary' | 'lead' | 'due' | 'source'>
export interface PublicPlan {
  head: PlanHead; indicators: Indicator[]; tasks: PublicTask[]; policies: Policy[]; standards: Standard[]
  figures: Figure[]; project_totals: ProjectTotal[]; clauses: Pick<Clause, 'number' | 'title' | 'title_en'>[]
}

/** One refusal inside an answer: where, which rule, and in words. */
export interface ProblemItem { place: string; code: string; message: string }
export interface Problem { title: string; status: number; detail?: string; code: string; request_id?: string; errors?: ProblemItem[] }
