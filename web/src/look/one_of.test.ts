import { expect, it } from 'vitest'
import { oneOf } from './one_of'

it('a word of an address that is none of the choices is not asked', () => {
  expect(oneOf(['door', 'street'], 'door')).toBe('door')
  expect(oneOf(['door', 'street'], 'house')).toBeUndefined()
  expect(oneOf(['door', 'street'], '')).toBeUndefined()
})
