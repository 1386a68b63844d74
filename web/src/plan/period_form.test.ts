import { expect, test } from 'vitest'
import { faultOf, fresh, ratePercent } from './period_form'

test('a value is held against its bounds before it is sent', () => {
  const beds = { whole: true, least: 0, most: undefined }
  expect(faultOf(beds, '')).toBeUndefined()
  expect(faultOf(beds, '４３００')).toBeUndefined()
  expect(faultOf(beds, 'many')).toEqual({ kind: 'bad' })
  expect(faultOf(beds, '4.5')).toEqual({ kind: 'whole' })
  expect(faultOf(beds, '-1')).toEqual({ kind: 'less', bound: '0' })
  expect(faultOf({ whole: false, least: 0, most: 100 }, '101')).toEqual({ kind: 'more', bound: '100' })
})

test('only what is new is sent', () => {
  const rows = [
    { indicator: 'a', reported: { value: 5 } },
    { indicator: 'b', reported: undefined },
    { indicator: 'c', reported: undefined },
  ] as unknown as Parameters<typeof fresh>[0]
  expect(fresh(rows, { a: '5', b: '7', c: 'x' }).map((row) => row.indicator)).toEqual(['b'])
})

test('all means all', () => {
  expect(ratePercent(999, 1000)).toBe(99)
  expect(ratePercent(0, 0)).toBe(100)
  expect(ratePercent(7, 7)).toBe(100)
})
