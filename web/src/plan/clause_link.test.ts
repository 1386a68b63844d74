import { expect, it } from 'vitest'
import type { Clause } from '../api/types'
import { clauseDepth, clauseOf } from './clause_link'

it.each([
  ['一', 0],
  ['一(二)', 1],
  ['三(一)2', 2],
  ['附件2', 0],
  ['附件2-养老', 1],
  ['附件2-养老-1', 2],
  ['二(二)-养老-1', 3],
  ['前言', 0],
])('clause %s stands at depth %i', (number, depth) => expect(clauseDepth(number)).toBe(depth))

it('a source with a detail leads to its clause, not to a clause that only starts alike', () => {
  const clause = (number: string): Clause => ({ number, title: number, layer: 'x', unverified: false, uses: [] })
  const clauses = [clause('三(一)'), clause('三(一)1'), clause('GB/T 42195-2022')]
  expect(clauseOf('三(一)1', clauses)?.number).toBe('三(一)1')
  expect(clauseOf('GB/T 42195-2022 C.4', clauses)?.number).toBe('GB/T 42195-2022')
  expect(clauseOf('三(一)12', clauses)).toBeUndefined()
})
