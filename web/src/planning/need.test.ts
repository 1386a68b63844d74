import { expect, test } from 'vitest'
import { gapOf, haveOf, shortFromText } from './need'
import type { NeedRow } from './types'

const row = {
  region: '1',
  name: 'a',
  year: 2027,
  from_60: 1,
  from_65: 1,
  from_80: 1,
  under_three: 1,
  births: 1,
  beds_needed: 120,
  beds: 80,
  beds_coming: 30,
} as NeedRow

test('what is being built counts with what there is', () => {
  expect(haveOf(row, 'beds')).toBe(110)
  expect(gapOf(row, 'beds')).toBe(10)
})

test('what nobody knows is no gap', () => {
  expect(haveOf(row, 'slots')).toBeUndefined()
  expect(gapOf({ ...row, slots_needed: 5 }, 'slots')).toBeUndefined()
})

test('a shortfall of this year is told as one of now', () => {
  expect(shortFromText(2026, 2026)).toBe('now')
  expect(shortFromText(2031, 2026)).toBe('2031')
  expect(shortFromText(null, 2026)).toBe('enough')
})
