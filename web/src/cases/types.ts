/** What the server says of procedures and cases. */
export interface Named {
  zh: string
  en: string
}
export interface Length extends Named {
  count: number
  unit: string
}
export interface ProcedureLine extends Named {
  procedure: string
  layer: string
  version: string
  source?: string
  mark: string
  steps_count: number
  summary_zh?: string
  summary_en?: string
  mine?: boolean
  anyone?: boolean
}
export interface FormField extends Named {
  key: string
  kind: string
  group: string
  required: boolean
  many: boolean
  privacy: string
  unit?: string
  register?: string
  choices?: ({ value: string } & Named)[]
  help_zh?: string
  help_en?: string
  example?: string
  source?: string
  when_rule?: number
}
export interface FormGroup extends Named {
  key: string
  by_office: boolean
  help_zh?: string
  help_en?: string
}
export interface Paper extends Named {
  key: string
  required: boolean
  many: boolean
  must_say?: string
  source?: string
  mark: string
  when_rule?: number
  help_zh?: string
  help_en?: string
}
export interface Reason extends Named {
  key: string
  source?: string
}
export interface Decision extends Named {
  key: string
  next?: string
  ending?: string
  needs_text: boolean
  document?: string
  reasons?: Reason[]
}
export interface Part extends Named {
  key: string
  office: string
  when?: string
  term?: { within: Length; source?: string; mark: string; escalates_to?: string; then?: string }
}
export interface Step extends Named {
  key: string
  parts: Part[]
  joined?: string
  decisions: Decision[]
  records?: string
  when?: string
  otherwise?: string
  asking?: Named & { within: Length; times: number; ending: string; reasons: Reason[] }
  notice?: { within: Length }
  source?: string
  mark: string
}
export interface Procedure extends ProcedureLine {
  offices: ({ key: string } & Named)[]
  form: { groups: FormGroup[]; fields: FormField[] }
  papers: Paper[]
  steps: Step[]
  endings: ({ key: string; good: boolean } & Named)[]
  remedies: (Named & { key: string; to_zh?: string; to_en?: string; within: Length; endings: string[]; source?: string })[]
  suspend?: { reasons: Reason[] }
  /** The record that the case decides about, and the field of the form that names it. */
  decides_about?: { record: string; of: string }
}
export interface CaseLine extends Named {
  id: string
  version: number
  number: string
  region_name: string
  procedure: string
  phase: 'draft' | 'running' | 'asked' | 'suspended' | 'ended'
  step: string
  step_name?: Named
  ending: string
  ending_name?: Named
  good?: boolean
  opened: string
  submitted?: string
  ended?: string
  due?: string
  last_day?: string
  late?: boolean
  rating: number
  code?: string
  part?: string
  /** The absent colleague whose task it is. */
  in_place_of?: string
}
/** A running case of an older version: when it is due, when it would be, what keeps it from going over. */
export interface MoveRow extends CaseLine {
  due_then?: string
  hindered: string[]
}
export interface AbsenceRow {
  id: string
  who: string
  deputy: string
  from: string
  until: string
}
export interface Absences {
  own: AbsenceRow[]
  in_place_of: AbsenceRow[]
  colleagues: { account: string; name: string }[]
}
export interface Act extends Named {
  act: string
  part: string
  decision: string
  office: { key: string } & Named
  mine: boolean
}
export interface CasePart extends Named {
  part: string
  decision: string
  by_silence: boolean
  late?: boolean
  last_day?: string
  without_notice?: boolean
  office?: { key: string } & Named
  term?: Length & { used: number; left: number }
}
export interface CaseEvent extends Named {
  serial: number
  at: string
  act: string
  who: string
  in_place_of?: string
  text: string
  step_name?: Named
}
export interface CaseDocument extends Named {
  id: string
  key: string
  code: string
  issued: string
  text?: string
  personal: boolean
}
export interface Linked extends Partial<Named> {
  id: string
  number: string
}
export interface Unit {
  unit: string
  name: string
  people: { account: string; name: string }[]
}
export interface Calendar {
  days: { day: string; count: number; works: boolean }[]
  before: number
}
export interface StatisticsRow extends Named {
  key: string
  handed_in: number
  open: number
  late: number
  ended: number
  good: number
  in_term: number
  rated: number
  low: number
  rating: number | null
  days_median: number | null
  days_p90: number | null
}
export interface Statistics {
  rows: StatisticsRow[]
  steps?: (Named & { key: string; count: number; days_median: number | null; days_p90: number | null; returned: number })[]
  reasons?: (Named & { count: number })[]
  from: string
  until: string
  region_name: string
}
export interface Publication extends Named {
  id: string
  region_name: string
  procedure: string
  since: string
  last_day?: string
  shown: (Named & { text: string })[]
}
export interface CasePage {
  /** The absent colleague in whose place one comes to it. */
  in_place_of?: string
  case: CaseLine
  parts: CasePart[]
  stops: { from: string; until?: string }[]
  objections: number
  applicant: { mine: boolean; name: string }
  acts: Act[]
  values: Record<string, unknown>
  masked: boolean
  may_unmask: boolean
  papers: Record<string, string[]>
  paper_place: { kinds: string[]; bytes_max: number; count_max: number }
  may_add_papers: boolean
  holds: string
  follows?: Linked
  merged_into?: Linked
  followed_by: Linked[]
  documents: CaseDocument[]
  events: CaseEvent[]
  procedure: Procedure
}
export interface PublicCase extends CaseLine {
  steps: ({ key: string } & Named)[]
  acts?: Act[]
  documents?: CaseDocument[]
}
