import type { components } from '../api/schema'

/** What the server says of procedures and cases, under the names the screens use. */
type Schemas = components['schemas']

export type Named = Schemas['case_name']
export type ProcedureLine = Schemas['shown_procedure_line']
export type Procedure = Schemas['shown_procedure']
export type FormField = Procedure['form']['fields'][number]
export type Paper = Procedure['papers'][number]
export type Step = Procedure['steps'][number]
export type Reason = NonNullable<Step['decisions'][number]['reasons']>[number]

export type CaseLine = Schemas['case_line']
export type MoveRow = Schemas['case_move_line']
export type AbsenceRow = Schemas['case_shown_absence']
export type Act = Schemas['case_shown_act']
export type CasePart = Schemas['case_shown_part']
export type CaseDocument = Schemas['case_shown_document']
export type Unit = Schemas['case_unit']
export type Calendar = Schemas['case_calendar']
export type StatisticsRow = Schemas['case_statistics_row']
export type Statistics = Schemas['case_statistics']
export type Publication = Schemas['publication']
export type CasePage = Schemas['case_page']
export type PublicCase = Schemas['public_case']
