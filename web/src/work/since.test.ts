import { describe, expect, it } from 'vitest'
import { keepsTo, missedSince } from './since'

const floor = { comparator: 'at_least', value: 55 } as const
const points = (...values: number[]): { period: string; value: number }[] =>
  values.map((value, place) => ({ period: String(2021 + place), value }))

describe('since when a value lies under its line', () => {
  it('is the first period of the last unbroken row of misses', () => {
    expect(missedSince(points(50, 60, 54, 53), floor)).toEqual({ period: '2023', always: false })
  })

  it('says so when every known value missed it', () => {
    expect(missedSince(points(40, 45, 50), floor)).toEqual({ period: '2021', always: true })
  })

  it('is nothing when the last value keeps to the line, or there is none', () => {
    expect(missedSince(points(50, 55), floor)).toBeUndefined()
    expect(missedSince([], floor)).toBeUndefined()
  })

  it('reads an upper limit and a span the right way round', () => {
    expect(missedSince(points(2, 6), { comparator: 'at_most', value: 5 })).toEqual({ period: '2022', always: false })
    expect(keepsTo(5, { comparator: 'less', value: 5 })).toBe(false)
    expect(keepsTo(3, { comparator: 'within', value: 2, value_to: 4 })).toBe(true)
    expect(keepsTo(5, { comparator: 'within', value: 2, value_to: 4 })).toBe(false)
  })
})
