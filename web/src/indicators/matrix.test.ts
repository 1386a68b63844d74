import { expect, test } from 'vitest'
import type { MatrixRow } from '../api/types'
import { changeText, sortedBy } from './matrix'

const row = (key: string, light: string, rank?: number): MatrixRow => ({ key, cells: [{ light, rank }] }) as unknown as MatrixRow

test('a change carries its sign, and none is no zero', () => {
  expect(changeText(3.25)).toBe('+3.25')
  expect(changeText('-1200')).toBe('−1,200')
  expect(changeText(0)).toBe('0')
  expect(changeText(undefined)).toBe('')
})

test('a place puts its worst indicators first, and the last ranks before the others', () => {
  const rows = [row('a', 'met', 1), row('b', 'behind', 2), row('c', 'behind', 9), row('d', 'near', 3)]
  expect(sortedBy(rows, 0).map((one) => one.key)).toEqual(['c', 'b', 'd', 'a'])
  expect(sortedBy(rows, -1).map((one) => one.key)).toEqual(['a', 'b', 'c', 'd'])
})
