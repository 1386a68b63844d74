import { get, post } from '../api/client'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type Source = 'welfare_lottery' | 'budget' | 'central_budget' | 'other'
export type Purpose = 'elderly_care' | 'childcare' | 'other'
export const k_sources: Source[] = ['budget', 'welfare_lottery', 'central_budget', 'other']
export const k_purposes: Purpose[] = ['elderly_care', 'childcare', 'other']

/** How a line stands, in fen: planned + adjusted + exceeded = left + reserved + committed + spent. */
export type Standing = Schemas['budget_standing']
export type BudgetRow = Schemas['budget_row']
export type BudgetUse = Schemas['budget_use']
/** What a plan wants of the money of one source, and how it is. */
export type ShareTest = Schemas['budget_share_test']
export type BudgetList = Schemas['budget_list']
export type MovementKind = 'planned' | 'adjusted' | 'reserved' | 'released' | 'committed' | 'exceeded' | 'spent' | 'returned'
export type Movement = Schemas['budget_movement_row']
export type BudgetPage = Schemas['budget_page']
export type Deed = 'adjust' | 'reserve' | 'release' | 'commit' | 'spend' | 'return'
export interface NewMovement {
  amount: number
  reason: string
  document?: string
  of?: string
  beyond_line: boolean
}
export interface NewLine {
  region: string
  year: number
  key: string
  name: string
  source: Source
  purpose: Purpose
  planned: number
  document?: string
}

export const budgets = {
  list: (year: string, region: string, signal?: AbortSignal) =>
    get<BudgetList>('/api/budgets', { year: year || undefined, region: region || undefined }, signal),
  one: (id: string, signal?: AbortSignal) => get<BudgetPage>(`/api/budgets/${id}`, undefined, signal),
  open: (line: NewLine) => post<BudgetPage>('/api/budgets', line),
  move: (id: string, deed: Deed, movement: NewMovement) => post<BudgetPage>(`/api/budgets/${id}/${deed}`, movement),
}
