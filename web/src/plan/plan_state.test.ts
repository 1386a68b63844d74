import { expect, it } from 'vitest'
import { planState } from './plan_state'

it('a plan whose dates have passed has ended', () => expect(planState({ runs_to: '2025-12-31' }, '2026-11-29')).toBe('ended'))
it('runs on its last day', () => expect(planState({ runs_from: '2023-01-01', runs_to: '2025-12-31' }, '2025-12-31')).toBe('running'))
it('has not begun before its first day', () =>
  expect(planState({ runs_from: '2027-01-01', runs_to: '2028-12-31' }, '2026-11-29')).toBe('not_begun'))
it('says nothing without dates', () => expect(planState({}, '2026-11-29')).toBeUndefined())
it('takes the word of the server', () => expect(planState({ state: 'running', runs_to: '2025-12-31' }, '2026-11-29')).toBe('running'))
