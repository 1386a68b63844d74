import { describe, expect, it } from 'vitest'
import { decimalsOf, fixedText, gapText, numberText, toNumber, typedNumber } from './number'

describe('numberText', () => {
  it.each([
    [1844, '1,844'],
    [999, '999'],
    [1234567.5, '1,234,567.5'],
    ['26000', '26,000'],
    ['95.260', '95.260'],
    [-12000, '−12,000'],
    [0, '0'],
  ])('writes %s as %s', (value, text) => expect(numberText(value)).toBe(text))
  it('keeps the digits of a decimal that came as text', () => expect(numberText('0.1000000000000000055')).toBe('0.1000000000000000055'))
  it('does not show the noise of binary fractions', () => expect(numberText(0.1 + 0.2)).toBe('0.3'))
  it('shows a dash where nothing was reported', () => expect(numberText(undefined)).toBe('—'))
  it('returns what is no number unchanged', () => expect(numberText('约3000')).toBe('约3000'))
})

describe('gapText', () => {
  it.each([
    [3.2, '+3.2'],
    ['-745', '−745'],
    [0, '0'],
    ['+5', '+5'],
    ['1200', '+1,200'],
  ])('writes the gap %s as %s', (gap, text) => expect(gapText(gap)).toBe(text))
})

describe('toNumber', () => {
  it('reads decimals and refuses everything else', () => {
    expect(toNumber('4.5')).toBe(4.5)
    expect(toNumber('七')).toBeUndefined()
    expect(toNumber('')).toBeUndefined()
  })
})

describe('decimals of one indicator', () => {
  it('are those of its most exact value', () => expect(decimalsOf([4, '4.1', 3.07, undefined])).toBe(2))
  it.each([
    [4, 1, '4.0'],
    ['4.1', 2, '4.10'],
    [1234.5, 2, '1,234.50'],
    [3.07, 1, '3.07'],
    ['差一档', 1, '差一档'],
  ])('write %s with %s decimals as %s', (value, decimals, text) => expect(fixedText(value, decimals)).toBe(text))
})

describe('a typed number', () => {
  it.each([
    ['４．３', 4.3],
    ['4,300', 4300],
    ['4，300', 4300],
    [' 12 ', 12],
    ['-5', -5],
  ])('"%s" is read as %s', (text, number) => expect(typedNumber(text)).toBe(number))
  it.each(['4.2x', '', '1e3', '.'])('"%s" is none', (text) => expect(typedNumber(text)).toBeUndefined())
})
