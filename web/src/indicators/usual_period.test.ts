import { expect, it } from 'vitest'
import type { Target } from '../api/types'
import { usualPeriod } from './usual_period'

const of = (period: string): { target: Target } => ({ target: { period, comparator: 'at_least', value: 1, text: '>= 1' } })

it('takes the period of most targets', () => expect(usualPeriod([of('2024'), of('2025'), of('2025'), {}])).toBe('2025'))
it('has none where nothing has a target', () => expect(usualPeriod([{}, {}])).toBeUndefined())
