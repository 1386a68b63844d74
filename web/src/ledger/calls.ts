import { get, post } from '../api/client'
import type { BodyOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type Source = Schemas['budget_row']['source']
export type Purpose = Schemas['budget_row']['purpose']
export const k_sources: Source[] = ['budget', 'welfare_lottery', 'central_budget', 'other']
export const k_purposes: Purpose[] = ['elderly_care', 'childcare', 'other']

/** How a line stands, in fen: planned + adjusted + exceeded = left + reserved + committed + spent. */
export type Standing = Schemas['budget_standing']
export type BudgetRow = Schemas['budget_row']
export type BudgetUse = Schemas['budget_use']
/** What a plan wants of the money of one source, and how it is. */
export type ShareTest = Schemas['budget_share_test']
export type Movement = Schemas['budget_movement_row']
export type BudgetPage = Schemas['budget_page']
export type Deed = 'adjust' | 'reserve' | 'release' | 'commit' | 'spend' | 'return'
export type NewMovement = BodyOf<'post', `/api/budgets/{id}/${Deed}`>
export type NewLine = BodyOf<'post', '/api/budgets'>

export const budgets = {
  list: (year: string, region: string, signal?: AbortSignal) =>
    get('/api/budgets', { query: { year: year || undefined, region: region || undefined }, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/budgets/{id}', { path: { id }, signal }),
  open: (line: NewLine) => post('/api/budgets', { body: line }),
  move: (id: string, deed: Deed, movement: NewMovement) => post(`/api/budgets/{id}/${deed}`, { path: { id }, body: movement }),
}
