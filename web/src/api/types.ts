import type { components } from './schema'

/**
 * What the server sends and takes, under the names the screens use. The shapes themselves are written from the
 * server's OpenAPI document (`npm run types`); a change there that a screen has not followed fails the type check.
 */
type Schemas = components['schemas']

export type Light = Schemas['indicator_state']['light']
export type Power = Schemas['me']['powers'][number]
export type RoleList = Schemas['role_list']
export type Group = Schemas['task_row']['group']
export type Level = Schemas['region_step']['level']
export type TaskState = Schemas['task_row']['state']
/** Targets name their comparator in words, standards write its sign. */
export type Comparator = Schemas['target']['comparator'] | '>=' | '<=' | '=' | '>' | '<' | 'in'
/** A number of the field. Decimals may travel as text so that no digit is lost. */
export type Decimal = number | string

export type Matrix = Schemas['matrix']
export type MatrixRow = Schemas['matrix_row']
export type MatrixCell = Schemas['matrix_cell']
export type PeriodFormRow = Schemas['period_form_row']
export type ReportingPlace = Schemas['reporting_place']
export type PartsHeld = Schemas['parts_held']
export type PlanDocument = Schemas['document']
export type Subsidy = Schemas['subsidy']

export type Me = Schemas['me']
export type Account = Schemas['account_row']
export type TokenRow = Schemas['token_row']
export type SessionRow = Schemas['session_row']

export type RegionStep = Schemas['region_step']
export type RegionChild = Schemas['region_row']
export type RegionHit = Schemas['region_row']
export type Tile = Schemas['tile_row']
export type Cartogram = Schemas['cartogram']

export type PlanHead = Schemas['plan_head']
export type PublicPlan = Schemas['public_plan']
export type PlanSummary = Schemas['plan_summary']
export type LightCounts = Schemas['light_counts']
export type DueTask = Schemas['due_task']
export type ProjectTotal = Schemas['project_total']
export type Figure = Schemas['figure_row']
export type Clause = Schemas['clause_row']
export type ClauseUse = Schemas['clause_use']

export type Target = Schemas['target']
export type IndicatorState = Schemas['indicator_state']
export type IndicatorDetail = Schemas['indicator_detail']
export type CountedRows = Schemas['counted_rows']
export type ComputedTrend = Schemas['computed_trend']
export type ComputedPoint = Schemas['computed_point']
export type IndicatorChild = Schemas['child_state']
export type SeriesPoint = Schemas['actual']

export type Task = Schemas['task_row']
export type TaskList = Schemas['task_list']
export type Project = Schemas['project_row']
export type ProjectProgress = Schemas['project_progress']
export type Policy = Schemas['policy_row']
export type Standard = Schemas['standard_row']

export type Report = Schemas['report_answer']
export type ReportList = Schemas['report_list']
export type ReportRow = Schemas['report_row']
export type Lagging = Schemas['lagging_indicator']

export type Reading = Schemas['reading_row']
export type ImportResult = Schemas['import_summary']

export type JournalEntry = Schemas['journal_row']
export type JournalField = Schemas['journal_field']
export type JournalState = Schemas['journal_state']

export type PublicIndicator = Schemas['public_indicator']

export type Problem = Schemas['problem']
/** One refusal inside an answer: where, which rule, and in words. */
export type ProblemItem = Problem['errors'][number]
