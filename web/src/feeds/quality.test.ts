import { expect, test } from 'vitest'
import { percentText } from './quality'

test('nothing with a flaw is said to be whole', () => {
  expect(percentText(1)).toBe('100.0%')
  expect(percentText(0.99999)).toBe('99.9%')
  expect(percentText(0.5)).toBe('50.0%')
})
