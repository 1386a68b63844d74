import { get } from '../api/client'
import type { QueryOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

/**
 * One inclusive place held against the market, which is the median of the comparable places. `surveyed` is the month of its answer; without it the
 * fee is the register's.
 */
export type PriceTest = Schemas['price_test_row']

export const prices = {
  test: (query: QueryOf<'get', '/api/price-tests'>, signal?: AbortSignal) => get('/api/price-tests', { query, signal }),
}
