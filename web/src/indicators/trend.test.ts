import { describe, expect, it } from 'vitest'
import { farFromZero, trendRows } from './trend'

describe('trendRows', () => {
  it('puts values and targets of the same period on one row, in the order of time', () =>
    expect(
      trendRows(
        [
          { period: '2024', value: 71.5, source: '', synthetic: true },
          { period: '2023', value: 68, source: '', synthetic: false },
        ],
        [
          { period: '2025', comparator: 'at_least', value: 80, text: '>= 80' },
          { period: '2024', comparator: 'at_least', value: 75, text: '>= 75' },
        ],
      ),
    ).toEqual([
      { period: '2023', value: 68, synthetic: false },
      { period: '2024', value: 71.5, target: 75, synthetic: true },
      { period: '2025', target: 80, synthetic: false },
    ]))
  it('puts the last computed value of a period beside the reported one', () =>
    expect(
      trendRows(
        [{ period: '2024', value: 71.5, source: '', synthetic: false }],
        [],
        [
          { period: '2024', value: 60 },
          { period: '2024', value: 62 },
          { period: '2025', value: 63.5 },
        ],
      ),
    ).toEqual([
      { period: '2024', value: 71.5, computed: 62, synthetic: false },
      { period: '2025', computed: 63.5, synthetic: false },
    ]))
})

describe('farFromZero', () => {
  it('is false when the values are spread, so that the axis starts at zero', () =>
    expect(farFromZero([{ period: '2024', value: 10, target: 100, synthetic: false }])).toBe(false))
  it('is true when all values lie close together', () =>
    expect(farFromZero([{ period: '2024', value: 90, target: 95, synthetic: false }])).toBe(true))
  it('is false without values', () => expect(farFromZero([{ period: '2024', synthetic: false }])).toBe(false))
})
