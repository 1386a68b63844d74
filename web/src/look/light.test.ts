import { expect, it } from 'vitest'
import { byLight, isLight, k_light_shapes, k_lights, lightTotal } from './light'

it('gives every light a shape of its own', () => expect(new Set(Object.values(k_light_shapes)).size).toBe(k_lights.length))
it('counts all lights', () => expect(lightTotal({ met: 12, near: 7, behind: 10, not_reported: 2, no_target: 3 })).toBe(34))
it('puts what is behind first, what was not reported before what is met, and what is not assessed last', () =>
  expect(
    byLight([{ light: 'no_target' }, { light: 'not_reported' }, { light: 'met' }, { light: 'behind' }, { light: 'near' }] as const).map(
      (row) => row.light,
    ),
  ).toEqual(['behind', 'near', 'not_reported', 'met', 'no_target']))
it('takes no other word for a light', () => expect(isLight('green')).toBe(false))
