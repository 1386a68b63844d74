import { expect, it } from 'vitest'
import { nextOrder, sorted } from './sort'

it('a heading sorts up, then down, then not at all', () => {
  const up = nextOrder(undefined, 'a')
  expect(up).toEqual({ key: 'a', down: false })
  const down = nextOrder(up, 'a')
  expect(down).toEqual({ key: 'a', down: true })
  expect(nextOrder(down, 'a')).toBeUndefined()
  expect(nextOrder(down, 'b')).toEqual({ key: 'b', down: false })
})
it('a row without a value stands last in both directions', () => {
  const rows = [{ n: 2 }, { n: undefined }, { n: 10 }]
  expect(sorted(rows, (row) => row.n, false).map((row) => row.n)).toEqual([2, 10, undefined])
  expect(sorted(rows, (row) => row.n, true).map((row) => row.n)).toEqual([10, 2, undefined])
})
