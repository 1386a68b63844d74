import { get, post } from '../api/client'
import type { Decimal } from '../api/types'

export type Source = 'welfare_lottery' | 'budget' | 'central_budget' | 'other'
export type Purpose = 'elderly_care' | 'childcare' | 'other'
export const k_sources: Source[] = ['budget', 'welfare_lottery', 'central_budget', 'other']
export const k_purposes: Purpose[] = ['elderly_care', 'childcare', 'other']

/** How a line stands, in fen: planned + adjusted + exceeded = left + reserved + committed + spent. */
export interface Standing {
  planned: number
  adjusted: number
  exceeded: number
  reserved: number
  committed: number
  spent: number
  left: number
}
export interface BudgetRow {
  id: string
  region: string
  region_name: string
  year: number
  key: string
  name: string
  source: Source
  purpose: Purpose
  document?: string
  synthetic: boolean
  standing: Standing
}
export interface BudgetUse {
  source: Source
  purpose: Purpose
  budgeted: number
  committed: number
  spent: number
  budgeted_percent?: Decimal
  spent_percent?: Decimal
}
/** What a plan wants of the money of one source, and how it is. */
export interface ShareTest {
  plan: string
  name: string
  name_en?: string
  target: string
  clause: string
  budgeted_percent?: Decimal
  spent_percent?: Decimal
  budgeted_holds?: boolean
  spent_holds?: boolean
}
export interface BudgetList {
  year: number
  years: number[]
  rows: BudgetRow[]
  total: Standing
  uses: BudgetUse[]
  tests: ShareTest[]
}
export type MovementKind = 'planned' | 'adjusted' | 'reserved' | 'released' | 'committed' | 'exceeded' | 'spent' | 'returned'
export interface Movement {
  id: string
  kind: MovementKind
  amount: number
  client_id: string
  reason: string
  document?: string
  of?: string
  by: string
  at: string
  /** Of a reservation: what it still holds. */
  rest: number
}
export interface BudgetPage {
  line: BudgetRow
  movements: Movement[]
  sequence: number
}
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
