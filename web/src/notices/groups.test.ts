import { expect, test } from 'vitest'
import { byGroup, daysAfter, nextMonday } from './groups'
import type { InboxRow } from './types'

const row = (id: string, group: InboxRow['group']): InboxRow => ({ id, group }) as InboxRow

test('rows keep their order under one heading for each group', () => {
  const groups = byGroup([row('1', 'urgent'), row('2', 'today'), row('3', 'today'), row('4', 'message')])
  expect(groups.map(({ group, rows }) => [group, rows.length])).toEqual([
    ['urgent', 1],
    ['today', 2],
    ['message', 1],
  ])
})

test('days are counted over the ends of months and years', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
})

test('next Monday lies behind today, also on a Monday', () => {
  expect(nextMonday('2026-11-29')).toBe('2026-11-30')
  expect(nextMonday('2026-11-30')).toBe('2026-12-07')
  expect(nextMonday('2026-12-01')).toBe('2026-12-07')
})
