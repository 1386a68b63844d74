import { get } from '../api/client'
import type { Decimal } from '../api/types'

export interface ComparedPlace {
  id: string
  name: string
  monthly_fee: number
  distance_m?: number
}
/** One inclusive place held against the market. */
export interface PriceTest {
  id: string
  name: string
  region: string
  region_name: string
  kind: string
  monthly_fee: number
  /** The month of its answer; nothing: the register's price. */
  surveyed?: string
  /** The median of the comparable places. */
  market?: number
  compared: number
  compared_in: string
  ceiling?: number
  percent?: Decimal
  holds?: boolean
  neighbours: ComparedPlace[]
}
export interface PriceTests {
  rule?: { plan: string; name: string; name_en?: string; percent: Decimal; clause: string; summary?: string }
  comparison: string
  rows: PriceTest[]
  without_price: number
}

export const prices = {
  test: (region: string, kind: string, signal?: AbortSignal) =>
    get<PriceTests>('/api/price-tests', { region: region || undefined, kind: kind || undefined }, signal),
}
