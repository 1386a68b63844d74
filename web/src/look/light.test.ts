import { expect, it } from 'vitest'
import { byLight, isLight, k_light_shapes, lightTotal } from './light'

it('gives every light a shape of its own', () => expect(new Set(Object.values(k_light_shapes)).size).toBe(4))
it('counts all lights', () => expect(lightTotal({ met: 12, near: 7, behind: 10, no_data: 2 })).toBe(31))
it('puts what is behind first and what has no data last', () =>
  expect(
    byLight([{ light: 'no_data' }, { light: 'met' }, { light: 'behind' }, { light: 'near' }] as const).map((row) => row.light),
  ).toEqual(['behind', 'near', 'met', 'no_data']))
it('takes no other word for a light', () => expect(isLight('green')).toBe(false))
