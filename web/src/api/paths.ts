// Written by `npm run types` from the server's OpenAPI document. Do not edit.
import type { components } from './schema'

type Schemas = components['schemas']

export interface Paths {
  '/api/accounts/sign-in': {
    post: { body: { name: string; password: string; code?: string }; answer: Schemas['me'] }
  }
  '/api/accounts/sign-out': {
    post: { answer: unknown }
  }
  '/api/accounts/me': {
    get: { answer: Schemas['me'] }
  }
  '/api/accounts/password': {
    post: { body: { current: string; new_password: string }; answer: unknown }
  }
  '/api/accounts/prove': {
    post: { body: { password: string }; answer: unknown }
  }
  '/api/accounts/totp/begin': {
    post: { body: { password: string }; answer: Schemas['totp_offer'] }
  }
  '/api/accounts/totp/confirm': {
    post: { body: { code: string }; answer: Schemas['recovery_codes'] }
  }
  '/api/accounts/totp/remove': {
    post: { body: { password: string }; answer: unknown }
  }
  '/api/accounts/totp/recovery': {
    post: { body: { password: string }; answer: Schemas['recovery_codes'] }
  }
  '/api/accounts/sessions': {
    get: { answer: Schemas['session_list'] }
    delete: { answer: unknown }
  }
  '/api/accounts/sessions/{id}': {
    delete: { answer: unknown }
  }
  '/api/accounts/{id}/sessions': {
    get: { answer: Schemas['session_list'] }
    delete: { answer: unknown }
  }
  '/api/accounts': {
    get: { query?: { region?: string; search?: string; role?: string; page?: number; page_rows?: number }; answer: Schemas['account_list'] }
    post: { body: { name: string; display_name: string; role: string; region: string; phone?: string; password: string; unit?: string }; answer: Schemas['account_row'] }
  }
  '/api/roles': {
    get: { query?: { region?: string }; answer: Schemas['role_list'] }
  }
  '/api/accounts/{id}': {
    put: { body: { display_name: string; role: string; region: string; phone?: string; state: 'active' | 'disabled'; unit?: string }; answer: Schemas['account_row'] }
  }
  '/api/accounts/{id}/password': {
    post: { body: { new_password: string; remove_code?: boolean }; answer: unknown }
  }
  '/api/accounts/{id}/unlock': {
    post: { answer: unknown }
  }
  '/api/tokens': {
    get: { answer: Schemas['token_list'] }
    post: { body: { name: string; powers?: ('plan_read' | 'values_report' | 'accounts_manage' | 'plans_reload' | 'journal_read' | 'journal_verify' | 'places_read' | 'places_write' | 'staff_read' | 'staff_write' | 'people_read' | 'people_write' | 'people_unmask' | 'services_read' | 'services_write' | 'projects_read' | 'projects_write' | 'sheets_export' | 'values_sign' | 'funds_read' | 'funds_write' | 'funds_approve' | 'budget_exceed')[]; ends: string }; answer: Schemas['token_row'] }
  }
  '/api/tokens/{id}': {
    delete: { answer: unknown }
  }
  '/api/plans': {
    get: { answer: Schemas['plan_list'] }
  }
  '/api/plans/{plan}': {
    get: { answer: Schemas['plan_head'] }
  }
  '/api/plans/{plan}/clauses': {
    get: { answer: Schemas['clause_list'] }
  }
  '/api/plans/{plan}/figures': {
    get: { answer: Schemas['figure_list'] }
  }
  '/api/plans/{plan}/tasks': {
    get: { answer: Schemas['task_list'] }
  }
  '/api/plans/{plan}/projects': {
    get: { query?: { region?: string }; answer: Schemas['project_list'] }
  }
  '/api/plans/{plan}/policies': {
    get: { answer: Schemas['policy_list'] }
  }
  '/api/plans/{plan}/standards': {
    get: { answer: Schemas['standard_list'] }
  }
  '/api/plans/{plan}/units': {
    get: { answer: Schemas['unit_list'] }
  }
  '/api/plans/{plan}/documents': {
    get: { answer: Schemas['document_list'] }
  }
  '/api/plans/{plan}/bodies': {
    get: { answer: Schemas['body_list'] }
  }
  '/api/plans/{plan}/services': {
    get: { answer: Schemas['place_service_list'] }
  }
  '/api/plans/{plan}/subsidies': {
    get: { answer: Schemas['subsidy_list'] }
  }
  '/api/plans/{plan}/instruments': {
    get: { answer: Schemas['instrument_list'] }
  }
  '/api/plans/{plan}/instruments/{instrument}': {
    get: { answer: Schemas['instrument'] }
  }
  '/api/plans/reload': {
    post: { answer: Schemas['plan_reloaded'] }
  }
  '/api/plans/{plan}/summary': {
    get: { query?: { region?: string; as_of?: string }; answer: Schemas['plan_summary'] }
  }
  '/api/plans/{plan}/indicators': {
    get: { query?: { region?: string; group?: 'elderly' | 'childcare' | 'both'; as_of?: string }; answer: Schemas['indicator_list'] }
  }
  '/api/plans/{plan}/indicators/{indicator}': {
    get: { query?: { region?: string; as_of?: string }; answer: Schemas['indicator_detail'] }
  }
  '/api/plans/{plan}/indicators/{indicator}/rows': {
    get: { query?: { region?: string; period?: string }; answer: Schemas['counted_rows'] }
  }
  '/api/plans/{plan}/indicators/{indicator}/computed': {
    get: { query?: { region?: string; as_of?: string }; answer: Schemas['computed_trend'] }
  }
  '/api/plans/{plan}/matrix': {
    get: { query?: { region?: string; group?: 'elderly' | 'childcare' | 'both'; period?: string; as_of?: string }; answer: Schemas['matrix'] }
  }
  '/api/plans/{plan}/matrix/sheet': {
    get: { query: { format: 'csv' | 'xlsx'; region?: string; group?: 'elderly' | 'childcare' | 'both'; period?: string; as_of?: string } }
  }
  '/api/plans/{plan}/period-form': {
    get: { query: { region?: string; period: string }; answer: Schemas['period_form'] }
  }
  '/api/plans/{plan}/projects/progress': {
    get: { query?: { region?: string }; answer: Schemas['project_progress_list'] }
  }
  '/api/plans/{plan}/reports': {
    get: { query: { region?: string; period: string }; answer: Schemas['report_list'] }
  }
  '/api/plans/{plan}/reports/remind': {
    post: { body: { region?: string; period: string }; answer: Schemas['reminded'] }
  }
  '/api/plans/{plan}/report': {
    get: { query: { region?: string; period: string }; answer: Schemas['report_answer'] }
    put: { body: { region: string; period: string; values?: Schemas['draft_entry'][] }; answer: Schemas['report_answer'] }
  }
  '/api/plans/{plan}/report/submit': {
    post: { body: { region: string; period: string; version: number; confirmed?: boolean }; answer: Schemas['report_answer'] }
  }
  '/api/plans/{plan}/report/recall': {
    post: { body: { region: string; period: string; version: number }; answer: Schemas['report_answer'] }
  }
  '/api/plans/{plan}/report/return': {
    post: { body: { region: string; period: string; version: number; remark: string }; answer: Schemas['report_answer'] }
  }
  '/api/plans/{plan}/report/approve': {
    post: { body: { region: string; period: string; version: number }; answer: Schemas['report_answer'] }
  }
  '/api/plans/{plan}/report/correct': {
    post: { body: { region: string; period: string; version: number; remark: string }; answer: Schemas['report_answer'] }
  }
  '/api/bundles': {
    get: { answer: Schemas['bundle_list'] }
    post: { file: Blob; answer: Schemas['bundle_taken'] }
  }
  '/api/bundles/next': {
    post: { body: { plan: string; region?: string; number?: number } }
  }
  '/api/bundles/sources': {
    post: { body: { region: string; name: string; public_key: string }; answer: unknown }
  }
  '/api/plans/{plan}/circular': {
    get: { query: { region?: string; period: string }; answer: Schemas['circular_draft'] }
  }
  '/api/plans/{plan}/circular/paper': {
    get: { query: { region?: string; period: string; format?: 'pdf' | 'docx' } }
  }
  '/api/plans/{plan}/circulars': {
    post: { body: { region?: string; period: string; number: string; issuer: string; demands?: string }; answer: Schemas['circular_row'] }
    get: { query?: { region?: string }; answer: Schemas['circular_list'] }
  }
  '/api/plans/{plan}/circulars/{id}/paper': {
    get: {}
  }
  '/api/readings': {
    get: { query?: { plan?: string; indicator?: string; region?: string; period?: string; page?: number; page_rows?: number }; answer: Schemas['reading_list'] }
    post: { body: { plan: string; indicator: string; region: string; period: string; value: number; source: string; counted_on?: string; confirmed?: boolean }; answer: Schemas['reading_row'] }
  }
  '/api/readings/{id}': {
    put: { body: { value: number; source: string; counted_on?: string; confirmed?: boolean }; answer: Schemas['reading_row'] }
    delete: { answer: unknown }
  }
  '/api/readings/template': {
    get: { query: { format: 'csv' | 'xlsx'; plan?: string } }
  }
  '/api/readings/export': {
    get: { query: { format: 'csv' | 'xlsx'; plan: string; region?: string } }
  }
  '/api/readings/import': {
    post: { query: { format: 'csv' | 'xlsx'; plan: string; dry_run?: boolean; confirmed?: boolean }; file: Blob; answer: Schemas['import_summary'] }
  }
  '/api/readings/import/marked': {
    post: { query: { format: 'csv' | 'xlsx'; plan: string; dry_run?: boolean; confirmed?: boolean }; file: Blob }
  }
  '/api/regions/search': {
    get: { query: { text: string; within?: string; limit?: number }; answer: Schemas['region_rows'] }
  }
  '/api/regions/{region}': {
    get: { answer: Schemas['region_answer'] }
  }
  '/api/regions/{region}/children': {
    get: { answer: Schemas['region_rows'] }
  }
  '/api/regions/{region}/cartogram': {
    get: { query?: { plan?: string }; answer: Schemas['cartogram'] }
  }
  '/api/public/plans': {
    get: { answer: Schemas['plan_list'] }
  }
  '/api/public/plans/{plan}': {
    get: { answer: Schemas['public_plan'] }
  }
  '/api/events': {
    get: {}
  }
  '/api/public/plans/{plan}/benefits': {
    post: { body?: { subjects?: Schemas['given_subject'][] }; answer: Schemas['benefits'] }
  }
  '/api/plans/{plan}/benefits/{record}/{id}': {
    get: { answer: Schemas['benefits'] }
  }
  '/api/plans/{plan}/entitled': {
    get: { query?: { region?: string }; answer: Schemas['entitled_list'] }
  }
  '/api/plans/{plan}/entitled/{policy}': {
    get: { query?: { region?: string; page?: number }; answer: Schemas['entitled_worklist'] }
  }
  '/api/plans/{plan}/data-values': {
    get: { query: { format: 'dhis2' | 'adx'; region?: string; period?: string; values?: 'reported' | 'computed' } }
    post: { query: { format: 'dhis2' | 'adx'; dry_run?: boolean; confirmed?: boolean }; answer: Schemas['import_summary'] }
  }
  '/api/plans/{plan}/evaluations': {
    get: { answer: Schemas['evaluation_list'] }
    post: { body: { evaluation: string; year: number }; answer: Schemas['evaluation_round_line'] }
  }
  '/api/plans/{plan}/evaluations/{round}': {
    get: { answer: Schemas['evaluation_round_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/announce': {
    post: { body: { version: number }; answer: Schemas['evaluation_round_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/publish': {
    post: { body: { version: number; statement: string; shares?: Schemas['evaluation_money_share'][] }; answer: Schemas['evaluation_round_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}': {
    get: { answer: Schemas['evaluation_place_detail'] }
    put: { body: { version: number; report: Schemas['evaluation_report'] }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/submit': {
    post: { body: { version: number }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/return': {
    post: { body: { version: number; text: string }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/review': {
    post: { body: { version: number; points?: Schemas['given_points'][] }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/object': {
    post: { body: { version: number; text: string }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/accept': {
    post: { body: { version: number }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/plans/{plan}/evaluations/{round}/places/{region}/answer': {
    post: { body: { version: number; text: string; points?: Schemas['given_points'][] }; answer: Schemas['evaluation_place_detail'] }
  }
  '/api/public/plans/{plan}/evaluations': {
    get: { answer: Schemas['public_evaluations'] }
  }
  '/api/plans/{plan}/what-if': {
    get: { query?: { region?: string; period?: string }; answer: Schemas['levers'] }
    post: { body?: { region?: string; period?: string; level?: 'country' | 'province' | 'city' | 'county' | 'street' | 'village'; totals?: string[]; variants?: Schemas['what_if_variant'][] }; answer: Schemas['comparison'] }
  }
  '/api/plans/{plan}/what-if/groups': {
    post: { body: { region?: string; period?: string; total: string; variant: Schemas['what_if_variant'] }; answer: Schemas['what_if_groups'] }
  }
  '/api/plans/{plan}/what-if/years': {
    post: { body: { region?: string; period?: string; total: string; variant: Schemas['what_if_variant']; years?: number }; answer: Schemas['what_if_years'] }
  }
  '/api/plans/{plan}/proposals': {
    post: { body: { region?: string; period?: string; title: string; reason?: string; variant: Schemas['what_if_variant'] }; answer: Schemas['proposal_line'] }
    get: { answer: Schemas['proposal_list'] }
  }
  '/api/plans/{plan}/proposals/{id}': {
    get: { answer: Schemas['proposal_detail'] }
  }
  '/api/plans/{plan}/proposals/{id}/difference': {
    get: { query: { from: string; document: string; clause?: string }; answer: Schemas['plan_difference'] }
  }
  '/api/plans/{plan}/proposals/{id}/carry': {
    post: { body: { version: number; from: string; document: string; clause?: string; digest: string }; answer: Schemas['proposal_line'] }
  }
  '/api/plans/{plan}/proposals/{id}/withdraw': {
    post: { body: { version: number }; answer: Schemas['proposal_line'] }
  }
  '/api/records': {
    get: { answer: Schemas['record_descriptions'] }
  }
  '/api/{register}': {
    get: { query?: { version?: string; region?: string; search?: string; sort?: string; after?: string; rows?: string; as_of?: string; with_ended?: string; count?: string; [name: string]: unknown }; answer: { rows: { id: string; version: number; region: string; [name: string]: unknown }[]; names: { [name: string]: { [name: string]: string } }; after?: string; total?: number } }
    post: { body: { region: string; [name: string]: unknown }; answer: { row: { id: string; version: number; region: string; [name: string]: unknown }; names: { [name: string]: { [name: string]: string } } } }
  }
  '/api/{register}/{id}': {
    get: { query?: { as_of?: string }; answer: { row: { id: string; version: number; region: string; [name: string]: unknown }; names: { [name: string]: { [name: string]: string } } } }
    put: { body: { version?: number; region: string; [name: string]: unknown }; answer: { row: { id: string; version: number; region: string; [name: string]: unknown }; names: { [name: string]: { [name: string]: string } } } }
  }
  '/api/{register}/{id}/history': {
    get: { query?: { after?: string }; answer: { entries: Schemas['register_history_entry'][]; names: { [name: string]: { [name: string]: string } }; lines: Schemas['register_dated_line'][]; after?: string } }
  }
  '/api/{register}/{id}/end': {
    post: { body: { version: number; day: string }; answer: { row: { id: string; version: number; region: string; [name: string]: unknown }; names: { [name: string]: { [name: string]: string } } } }
  }
  '/api/{register}/{id}/remove': {
    post: { body: { version: number }; answer: unknown }
  }
  '/api/{register}/{id}/reveal': {
    post: { body: { field: string; purpose: string }; answer: { value: unknown } }
  }
  '/api/{register}/template': {
    get: { query?: { format?: string } }
  }
  '/api/{register}/export': {
    get: { query?: { version?: string; region?: string; search?: string; sort?: string; after?: string; rows?: string; as_of?: string; with_ended?: string; count?: string; format?: string; reason?: string; [name: string]: unknown } }
  }
  '/api/{register}/import': {
    post: { query?: { format?: string; dry_run?: string; good_rows?: string }; file: Blob; answer: Schemas['records_import'] }
  }
  '/api/{register}/export_job': {
    post: { body?: { version?: string; region?: string; search?: string; sort?: string; after?: string; rows?: string; as_of?: string; with_ended?: string; count?: string; format?: string; [name: string]: unknown }; answer: Schemas['job_row'] }
  }
  '/api/{register}/import_job': {
    post: { query?: { format?: string; dry_run?: string; good_rows?: string; mapping?: string }; file: Blob; answer: Schemas['job_row'] }
  }
  '/api/{register}/import_job/{id}': {
    get: { answer: Schemas['records_import'] }
  }
  '/api/{register}/import_headers': {
    post: { query?: { format?: string }; file: Blob; answer: Schemas['sheet_look'] }
  }
  '/api/{register}/mappings': {
    get: { answer: Schemas['mapping_rows'] }
    post: { body: { name: string; columns: Schemas['mapped_column'][] }; answer: Schemas['mapping_row'] }
  }
  '/api/{register}/mappings/{id}/remove': {
    post: { answer: unknown }
  }
  '/api/{register}/{id}/files': {
    get: { answer: Schemas['file_list'] }
    post: { query: { field: string; name: string }; file: Blob; answer: Schemas['file_shown'] }
  }
  '/api/{register}/{id}/files/{file}': {
    get: {}
  }
  '/api/{register}/{id}/files/{file}/thumbnail': {
    get: {}
  }
  '/api/{register}/{id}/files/{file}/remove': {
    post: { answer: unknown }
  }
  '/api/procedures': {
    get: { query?: { region?: string }; answer: Schemas['procedure_lines'] }
  }
  '/api/procedures/{key}': {
    get: { query?: { region?: string }; answer: Schemas['shown_procedure'] }
  }
  '/api/cases': {
    get: { answer: Schemas['own_cases'] }
    post: { body: { procedure: string; region?: string; values?: unknown }; answer: Schemas['case_page'] }
  }
  '/api/cases/tasks': {
    get: { query?: { procedure?: string; day?: string; offset?: string }; answer: Schemas['case_worklist'] }
  }
  '/api/cases/calendar': {
    get: { query?: { from?: string }; answer: Schemas['case_calendar'] }
  }
  '/api/cases/statistics': {
    get: { query?: { region?: string; procedure?: string; from?: string; until?: string }; answer: Schemas['case_statistics'] }
  }
  '/api/cases/acts/{act}': {
    post: { body: { cases: string[]; event?: string; part?: string; decision?: string; reasons?: string[]; text?: string; values?: unknown; unit?: string; account?: string; into?: string; level?: number; version?: number }; answer: Schemas['case_batch_done'] }
  }
  '/api/cases/{id}': {
    get: { answer: Schemas['case_page'] }
    put: { body?: { values?: unknown }; answer: Schemas['case_page'] }
  }
  '/api/cases/{id}/acts/{act}': {
    post: { body?: { event?: string; part?: string; decision?: string; reasons?: string[]; text?: string; values?: unknown; unit?: string; account?: string; into?: string; level?: number; version?: number }; answer: Schemas['case_page'] }
  }
  '/api/cases/{id}/files': {
    get: { answer: Schemas['file_list'] }
    post: { query: { field: string; name: string }; file: Blob; answer: Schemas['file_shown'] }
  }
  '/api/cases/{id}/files/{file}': {
    get: {}
  }
  '/api/cases/{id}/files/{file}/thumbnail': {
    get: {}
  }
  '/api/cases/{id}/files/{file}/remove': {
    post: { answer: unknown }
  }
  '/api/cases/{id}/documents/{document}': {
    get: { query?: { purpose?: string } }
  }
  '/api/public/documents': {
    get: { query: { code: string }; answer: Schemas['verified_document'] }
  }
  '/api/cases/{id}/reveal': {
    post: { body: { purpose: string }; answer: Schemas['case_revealed'] }
  }
  '/api/cases/{id}/colleagues': {
    get: { query: { part: string }; answer: Schemas['case_colleagues'] }
  }
  '/api/cases/absences': {
    get: { answer: Schemas['case_absences'] }
    post: { body: { deputy: string; from: string; until: string }; answer: Schemas['case_absences'] }
  }
  '/api/cases/absences/{id}': {
    delete: { answer: Schemas['case_absences'] }
  }
  '/api/procedures/{key}/moves': {
    get: { answer: Schemas['case_moves'] }
    post: { answer: Schemas['case_moved'] }
  }
  '/api/public/procedures': {
    get: { query?: { region?: string }; answer: Schemas['procedure_lines'] }
  }
  '/api/public/procedures/{key}': {
    get: { query?: { region?: string }; answer: Schemas['shown_procedure'] }
  }
  '/api/public/procedures/{key}/holds': {
    post: { body?: { region?: string; values?: unknown }; answer: Schemas['form_holds'] }
  }
  '/api/public/places': {
    get: { query?: { region?: string }; answer: Schemas['place_names'] }
  }
  '/api/public/cases': {
    post: { body: { procedure: string; region: string; values: unknown }; answer: Schemas['case_key'] }
    get: { query: { number: string; code: string }; answer: Schemas['public_case'] }
  }
  '/api/public/cases/acts/{act}': {
    post: { body: { number: string; code: string; event?: string; part?: string; decision?: string; reasons?: string[]; text?: string; values?: unknown; unit?: string; account?: string; into?: string; level?: number; version?: number }; answer: Schemas['public_case'] }
  }
  '/api/public/notices': {
    get: { query?: { region?: string; kind?: string; name?: string; offset?: string }; answer: Schemas['publications'] }
  }
  '/api/public/notices/{id}/objections': {
    post: { body: { text: string; contact?: string }; answer: Schemas['objection_received'] }
  }
  '/api/budgets': {
    get: { query?: { region?: string; year?: string }; answer: Schemas['budget_list'] }
    post: { body: { region: string; year: number; key: string; name: string; source: 'welfare_lottery' | 'budget' | 'central_budget' | 'other'; purpose: 'elderly_care' | 'childcare' | 'other'; planned: number; document?: string }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}': {
    get: { query?: { at?: string }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/adjust': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/reserve': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/release': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/commit': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/spend': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/budgets/{id}/return': {
    post: { body: { amount: number; reason: string; document?: string; of?: string; beyond_line: boolean }; answer: Schemas['budget_page'] }
  }
  '/api/price-tests': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room' }; answer: Schemas['price_tests'] }
  }
  '/api/draws': {
    get: { query?: { page?: number }; answer: Schemas['draw_list'] }
    post: { body: { region?: string; title: string; event: string; event_time: string; hash: 'sha256' | 'sm3'; draws_left: number; kinds?: Schemas['draw_kind'][]; grades?: Schemas['draw_grade'][]; offices?: Schemas['draw_office'][] }; answer: Schemas['draw_detail'] }
  }
  '/api/draws/{id}': {
    get: { answer: Schemas['draw_detail'] }
  }
  '/api/draws/{id}/run': {
    post: { body: { version: number; digits: string; source: string; taken: string; secrets?: Schemas['office_secret'][] }; answer: Schemas['draw_detail'] }
  }
  '/api/draws/{id}/replace': {
    post: { body: { version: number; absent?: string[] }; answer: Schemas['draw_detail'] }
  }
  '/api/public/draws': {
    get: { query?: { page?: number }; answer: Schemas['draw_list'] }
  }
  '/api/public/draws/{id}': {
    get: { answer: Schemas['draw_detail'] }
  }
  '/api/public/draws/{id}/file': {
    get: {}
  }
  '/api/assessment-forms/start': {
    get: { query: { resident: string }; answer: Schemas['assessment_start'] }
  }
  '/api/assessment-forms': {
    post: { body: { resident: string; instrument: string; day: string; occasion: 'first' | 'regular' | 'change' | 'review' | 'other'; scores?: Schemas['assessment_item_score'][]; found?: string[]; assessors?: string[]; signatures?: Schemas['assessment_signature'][]; note?: string; once: string }; answer: Schemas['assessment_shown_form'] }
    get: { query: { resident: string }; answer: Schemas['assessment_shown_forms'] }
  }
  '/api/assessment-forms/{id}': {
    get: { answer: Schemas['assessment_shown_form'] }
  }
  '/api/mail/address': {
    get: { answer: Schemas['own_mail'] }
    put: { body: { address: string }; answer: unknown }
    delete: { answer: unknown }
  }
  '/api/mail/state': {
    get: { answer: Schemas['mail_state'] }
  }
  '/api/webhooks': {
    get: { answer: Schemas['webhook_list'] }
    post: { body: { name: string; url: string; procedures?: string }; answer: Schemas['webhook_secret'] }
  }
  '/api/webhooks/{id}': {
    delete: { answer: unknown }
  }
  '/api/webhooks/{id}/retry': {
    post: { answer: unknown }
  }
  '/api/webhooks/{id}/skip': {
    post: { answer: unknown }
  }
  '/api/webhooks/{id}/deliveries': {
    get: { answer: Schemas['webhook_delivery_list'] }
  }
  '/api/papers': {
    post: { body: { region: string; paper: string } }
  }
  '/api/papers/{code}/withdraw': {
    post: { answer: unknown }
  }
  '/api/public/papers/{code}': {
    get: { answer: Schemas['public_paper'] }
  }
  '/api/inbox': {
    get: { query?: { view?: 'open' | 'snoozed' | 'done'; group?: 'urgent' | 'overdue' | 'today' | 'later' | 'message'; kind?: string; after?: string; rows?: number }; answer: Schemas['inbox_page'] }
  }
  '/api/inbox/counts': {
    get: { answer: Schemas['inbox_counts'] }
  }
  '/api/inbox/kinds': {
    get: { answer: Schemas['inbox_kinds'] }
  }
  '/api/inbox/colleagues': {
    get: { answer: Schemas['colleagues'] }
  }
  '/api/inbox/read': {
    post: { body?: { notices?: string[] }; answer: unknown }
  }
  '/api/inbox/done': {
    post: { body?: { notices?: string[] }; answer: unknown }
  }
  '/api/inbox/reopen': {
    post: { body?: { notices?: string[] }; answer: unknown }
  }
  '/api/inbox/snooze': {
    post: { body: { notices?: string[]; day: string }; answer: unknown }
  }
  '/api/inbox/delegate': {
    post: { body: { notices?: string[]; account: string; note?: string }; answer: unknown }
  }
  '/api/subsidies': {
    get: { answer: Schemas['payable_subsidies'] }
  }
  '/api/subsidies/runs': {
    get: { answer: Schemas['run_list'] }
    post: { body: { plan: string; subsidy: string; period: string; region?: string }; answer: Schemas['started_run'] }
  }
  '/api/subsidies/runs/{id}': {
    get: { answer: Schemas['run_page'] }
  }
  '/api/subsidies/runs/{id}/differences': {
    get: { answer: Schemas['run_differences'] }
  }
  '/api/subsidies/runs/{id}/act': {
    post: { body: { act: 'county_agrees' | 'city_agrees' | 'finance_agrees' | 'returned' | 'sent_to_bank' | 'answer_read' | 'withdrawn'; note?: string; exceed_reason?: string }; answer: unknown }
  }
  '/api/subsidies/runs/{id}/file': {
    get: {}
  }
  '/api/subsidies/runs/{id}/answer': {
    post: { file: Blob; answer: unknown }
  }
  '/api/subsidies/holds/{id}/decide': {
    post: { body: { release: boolean; note: string }; answer: unknown }
  }
  '/api/subsidies/residents/{resident}': {
    get: { answer: Schemas['own_benefits'] }
  }
  '/api/planning/setting': {
    get: { query?: { region?: string }; answer: Schemas['planning_setting'] }
  }
  '/api/planning/places': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room' }; answer: Schemas['planning_place_list'] }
  }
  '/api/planning/reach': {
    get: { query: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three' }; answer: Schemas['planning_reach'] }
  }
  '/api/planning/area': {
    get: { query: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three' }; answer: Schemas['planning_area'] }
  }
  '/api/planning/access': {
    get: { query: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three' }; answer: Schemas['planning_access'] }
  }
  '/api/planning/over_time': {
    get: { query: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three' }; answer: Schemas['planning_over_time'] }
  }
  '/api/planning/try': {
    post: { body: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'; changes?: Schemas['planning_change'][] }; answer: Schemas['planning_try_answer'] }
  }
  '/api/planning/need': {
    get: { query?: { region?: string; years?: number }; answer: Schemas['planning_need'] }
  }
  '/api/planning/estates': {
    get: { query?: { region?: string }; answer: Schemas['estate_list'] }
  }
  '/api/planning/tiles/{z}/{x}/{y}': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; v?: string } }
  }
  '/api/planning/tiles/{z}/{x}/{y}/people': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; v?: string } }
  }
  '/api/planning/tiles/{z}/{x}/{y}/places': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; v?: string } }
  }
  '/api/planning/maps': {
    get: { query?: { region?: string }; answer: Schemas['street_map_list'] }
  }
  '/api/planning/maps/import': {
    post: { query: { region: string; name: string; source: string; format?: 'automatic' | 'osm' | 'bundle' | 'addresses' }; file: Blob; answer: Schemas['job_row'] }
  }
  '/api/planning/maps/import/{job}': {
    get: { answer: Schemas['street_map_import_outcome'] }
  }
  '/api/planning/maps/{id}/use': {
    post: { body: { version: number }; answer: Schemas['street_map_row'] }
  }
  '/api/planning/maps/{id}/remove': {
    post: { body: { version: number }; answer: unknown }
  }
  '/api/planning/faults': {
    get: { query?: { region?: string }; answer: Schemas['planning_fault_list'] }
  }
  '/api/planning/faults/correct': {
    post: { body?: { region?: string; rows?: Schemas['planning_correction'][] }; answer: Schemas['planning_correct_answer'] }
  }
  '/api/planning/scenarios': {
    get: { query?: { region?: string }; answer: Schemas['planning_scenario_list'] }
    post: { body: { region: string; name: string; note?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'; changes?: Schemas['planning_change'][] }; answer: Schemas['planning_scenario_row'] }
  }
  '/api/planning/scenarios/{id}': {
    put: { body: { version: number; region: string; name: string; note?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'; changes?: Schemas['planning_change'][] }; answer: Schemas['planning_scenario_row'] }
  }
  '/api/planning/scenarios/{id}/remove': {
    post: { body: { version: number }; answer: unknown }
  }
  '/api/planning/scenarios/{id}/outcome': {
    get: { answer: Schemas['planning_try_answer'] }
  }
  '/api/planning/scenarios/{id}/draft': {
    post: { answer: Schemas['planning_drafted_projects'] }
  }
  '/api/planning/siting': {
    post: { body: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'; objective: 'most_people' | 'least_travel' | 'least_farthest' | 'everybody'; places?: number; budget_fen?: number; candidates: 'villages' | 'addresses' | 'given'; given?: Schemas['siting_given_candidate'][]; keep_existing?: boolean; seconds?: number; least_people?: number }; answer: Schemas['job_row'] }
  }
  '/api/planning/siting/{job}': {
    get: { answer: Schemas['siting_outcome'] }
  }
  '/api/planning/siting/{job}/draft': {
    post: { answer: Schemas['planning_drafted_projects'] }
  }
  '/api/planning/measures': {
    get: { query?: { region?: string }; answer: Schemas['reach_measure_list'] }
  }
  '/api/planning/measures/count': {
    post: { body?: { region?: string }; answer: Schemas['job_row'] }
  }
  '/api/planning/year_ahead': {
    get: { query?: { region?: string; format?: 'pdf' | 'docx' } }
  }
  '/api/planning/map_paper': {
    get: { query: { region?: string; kind: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; way: 'walk' | 'elder' | 'car'; minutes?: number; metres?: number; group?: 'everybody' | 'from_60' | 'from_65' | 'from_80' | 'under_three'; format?: 'pdf' | 'png' } }
  }
  '/api/public/map': {
    get: { query?: { region?: string }; answer: Schemas['public_map'] }
  }
  '/api/public/map/tiles/{z}/{x}/{y}': {
    get: { query?: { region?: string; kind?: 'elderly_home' | 'dementia_home' | 'county_centre' | 'street_centre' | 'community_station' | 'day_care' | 'canteen' | 'mutual_aid_point' | 'nursery' | 'kindergarten_class' | 'family_childcare' | 'hospital' | 'training_base' | 'wellness_base' | 'senior_university' | 'nursing_room'; v?: string } }
  }
  '/api/public/map/nearest': {
    post: { body: { region?: string; way: 'walk' | 'elder' | 'car'; longitude: number; latitude: number }; answer: Schemas['public_map_nearest'] }
  }
  '/api/feeds': {
    get: { query?: { region?: string }; answer: Schemas['feed_list'] }
  }
  '/api/feed-deliveries': {
    get: { query?: { region?: string }; answer: Schemas['feed_delivery_list'] }
    post: { query: { feed: string; day: string; format?: string; file_name?: string; region?: string }; file: Blob; answer: Schemas['feed_delivery_row'] }
  }
  '/api/feed-deliveries/{id}': {
    get: { answer: Schemas['feed_delivery_page'] }
  }
  '/api/feed-deliveries/rows': {
    post: { body: { feed: string; day: string; rows?: Schemas['feed_sent_row'][]; region?: string }; answer: Schemas['feed_delivery_row'] }
  }
  '/api/feed-deliveries/{id}/apply': {
    post: { answer: Schemas['feed_delivery_row'] }
  }
  '/api/feed-deliveries/{id}/set-aside': {
    post: { answer: unknown }
  }
  '/api/feed-records': {
    get: { query: { feed: string; flag: 'incomplete' | 'contradictory' | 'gone' | 'unknown' | 'all'; region?: string; after?: number | string }; answer: Schemas['feed_record_list'] }
  }
  '/api/feed-quality': {
    get: { query?: { region?: string }; answer: Schemas['feed_quality_page'] }
  }
  '/api/people/{id}/merged-into': {
    get: { answer: Schemas['person_merged_into'] }
  }
  '/api/people/{id}/sources': {
    get: { answer: Schemas['person_sources'] }
  }
  '/api/person-tasks': {
    get: { query?: { region?: string; kind?: 'same_person' | 'contradiction'; state?: 'open' | 'later' | 'done'; after?: number | string }; answer: Schemas['person_task_list'] }
  }
  '/api/person-tasks/{id}': {
    get: { answer: Schemas['person_task_page'] }
  }
  '/api/person-tasks/{id}/decide': {
    post: { body?: { decision?: 'same' | 'two' | 'ours' | 'theirs'; keep?: string; until?: string; note?: string }; answer: Schemas['person_decided'] }
  }
  '/api/person-merges/{id}/undo': {
    post: { answer: unknown }
  }
  '/api/person-tasks/look': {
    post: { answer: Schemas['job_row'] }
  }
  '/api/address-matches': {
    get: { query?: { region?: string; certainty?: 'door' | 'building' | 'road' | 'village' | 'street' | 'none'; owner?: 'household' | 'residence' | 'institution'; open?: boolean; after?: number | string }; answer: Schemas['address_match_list'] }
  }
  '/api/address-matches/{id}': {
    get: { answer: Schemas['address_match_page'] }
  }
  '/api/address-matches/{id}/search': {
    get: { query: { text: string }; answer: Schemas['address_search'] }
  }
  '/api/address-matches/{id}/decide': {
    post: { body?: { standard_address?: string; longitude?: number; latitude?: number }; answer: unknown }
  }
  '/api/address-matches/geocode': {
    post: { answer: Schemas['job_row'] }
  }
  '/api/jobs': {
    get: { query?: { all?: boolean; before?: number | string; rows?: number }; answer: Schemas['job_page'] }
  }
  '/api/jobs/{id}': {
    get: { answer: Schemas['job_row'] }
  }
  '/api/jobs/{id}/cancel': {
    post: { answer: Schemas['job_row'] }
  }
  '/api/jobs/{id}/result': {
    get: {}
  }
  '/api/journal': {
    get: { query?: { record?: string; record_id?: number | string; account?: string; action?: 'insert' | 'update' | 'remove'; region?: string; from?: string; to?: string; before_sequence?: number | string; limit?: number }; answer: Schemas['journal_page'] }
  }
  '/api/journal/export': {
    get: { query: { format: string; record?: string; record_id?: number | string; account?: string; action?: 'insert' | 'update' | 'remove'; region?: string; from?: string; to?: string; reason?: string } }
  }
  '/api/journal/verify': {
    post: { answer: Schemas['journal_state'] }
  }
  '/api/journal/verify_job': {
    post: { answer: Schemas['job_row'] }
  }
  '/api/journal/verify_job/{id}': {
    get: { answer: Schemas['journal_state'] }
  }
  '/health': {
    get: {}
  }
  '/metrics': {
    get: {}
  }
  '/openapi.json': {
    get: {}
  }
}
