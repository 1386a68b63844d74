import { expect, it } from 'vitest'
import { differenceOf, shownComputed } from './difference'

it('a difference says which way and by how much', () => {
  expect(differenceOf(30, 26)).toEqual({ kind: 'more', by: '4' })
  expect(differenceOf('4.5', 5)).toEqual({ kind: 'less', by: '0.5' })
  expect(differenceOf(0.3, '0.30')).toEqual({ kind: 'same', by: '0' })
  expect(differenceOf(1844, 644)).toEqual({ kind: 'more', by: '1,200' })
})
it('nothing is compared with nothing', () => {
  expect(differenceOf(undefined, 5)).toBeUndefined()
  expect(differenceOf(5, undefined)).toBeUndefined()
})
it('a computed value is read with two places at most', () => {
  expect(shownComputed('66.666667')).toBe(66.67)
  expect(shownComputed(12)).toBe(12)
  expect(shownComputed(undefined)).toBeUndefined()
})
