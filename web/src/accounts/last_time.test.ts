import { expect, test } from 'vitest'
import type { Me } from '../api/types'
import { lastTimeText } from './last_time'

const t = (key: string, values?: Record<string, unknown>): string =>
  [key.replace('accounts.', ''), ...Object.values(values ?? {})].join(' ')
const me = (facts: Partial<Me>): Me => ({ previous_failures: 0, ...facts }) as Me

test('the first sign-in has nothing before it', () => {
  expect(lastTimeText(me({}), t)).toBe('')
})
test('where and when the account was used last is told, wrong tries and changed keys besides', () => {
  const before = { previous_at: '2026-11-28T01:12:00.000Z', previous_client: '10.0.0.8' }
  expect(lastTimeText(me(before), t)).toContain('10.0.0.8')
  expect(lastTimeText(me({ ...before, previous_failures: 2 }), t)).toContain('last_failures 2')
  expect(lastTimeText(me({ ...before, keys_changed_at: '2026-11-28T02:00:00.000Z' }), t)).toContain('keys_changed')
  expect(lastTimeText(me({ ...before, keys_changed_at: '2026-11-27T02:00:00.000Z' }), t)).not.toContain('keys_changed')
})
