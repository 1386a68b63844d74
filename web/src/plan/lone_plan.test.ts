import { expect, it } from 'vitest'
import { loneOwnPlan } from './lone_plan'

it('one plan beside the national layer is the way in', () =>
  expect(loneOwnPlan([{ plan: 'national' }, { plan: 'liuzhou' }])).toBe('liuzhou'))
it('of several plans the reader chooses', () => expect(loneOwnPlan([{ plan: 'liuzhou' }, { plan: 'karamay' }])).toBeUndefined())
it("the national layer alone is no plan of one's own", () => expect(loneOwnPlan([{ plan: 'national' }])).toBeUndefined())
