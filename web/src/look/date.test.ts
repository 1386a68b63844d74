import { describe, expect, it } from 'vitest'
import { dayText, instantText, isPeriod, periodCode, periodOptions, periodText, recentMonths, recentPeriods } from './date'

describe('dates', () => {
  it('shows an instant in the time of China', () => expect(instantText('2026-11-20T23:30:00Z')).toBe('2026-11-21 07:30'))
  it('takes the day in China, not the day in Greenwich', () => expect(dayText('2026-11-20T23:30:00Z')).toBe('2026-11-21'))
  it('leaves a date as it is', () => expect(dayText('2025-12-31')).toBe('2025-12-31'))
  it.each([
    ['2025', '2025年'],
    ['2025-H1', '2025年上半年'],
    ['2025-Q3', '2025年第三季度'],
    ['2025-06', '2025年6月'],
    ['2025-06-30', '2025-06-30'],
  ])('writes the period %s as %s', (period, text) => expect(periodText(period, 'zh')).toBe(text))
  it('writes periods in English', () => expect(periodText('2025-Q3', 'en')).toBe('Q3 2025'))
  it.each(['2025', '2025-H2', '2025-Q4', '2025-12', '2025-12-31'])('knows the period %s', (period) => expect(isPeriod(period)).toBe(true))
  it.each(['25', '2025-H3', '2025-13', '2025-1', '2025年', ''])('refuses the period "%s"', (period) => expect(isPeriod(period)).toBe(false))
})

describe('a period as people write it', () => {
  it.each([
    ['2026年', '2026'],
    ['２０２６', '2026'],
    ['2026年度', '2026'],
    ['2026年上半年', '2026-H1'],
    ['2026-h2', '2026-H2'],
    ['2026年第三季度', '2026-Q3'],
    ['2026年3季度', '2026-Q3'],
    ['2026年6月', '2026-06'],
    ['2026-06', '2026-06'],
    ['2026年6月30日', '2026-06-30'],
  ])('%s is %s', (text, code) => expect(periodCode(text)).toBe(code))
  it.each(['26年', '2026年13月', '上半年', ''])('"%s" is none', (text) => expect(periodCode(text)).toBeUndefined())
  it('offers no period that has not begun', () =>
    expect(recentPeriods('2026-05-02')).toEqual(expect.not.arrayContaining(['2026-H2', '2026-Q3'])))
  it('gives twelve months back over the turn of a year', () => {
    expect(recentMonths('2026-02-28').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(recentMonths('2026-02-28')).toHaveLength(12)
  })
  it('lists a period that was asked for though it is not recent', () => {
    expect(periodOptions(['2026', '2025'], '2023-06', 'zh').map((each) => each.text)).toEqual(['2023年6月', '2026年', '2025年'])
    expect(periodOptions(['2026', '2025'], '2025', 'zh')).toHaveLength(2)
  })
})
