import { expect, test } from 'vitest'
import { fenOf } from './amount'

test('yuan as people type them become whole fen', () => {
  expect(fenOf('1')).toBe(100)
  expect(fenOf('12,345.67')).toBe(1234567)
  expect(fenOf('3.5万')).toBe(3500000)
  expect(fenOf('0.000001万')).toBe(1)
  expect(fenOf('1.5亿元')).toBe(15000000000)
  expect(fenOf('-20')).toBe(-2000)
})

test('what is no amount of whole fen is none', () => {
  for (const text of ['', 'x', '1.234', '1e3', '--1', '1.2.3', '9999999999999亿']) expect(fenOf(text)).toBe(undefined)
})
