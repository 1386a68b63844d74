import { describe, expect, it } from 'vitest'
import { moneyText, sumFen, wanYuanText } from './money'

describe('moneyText', () => {
  it.each([
    [123400, '¥1,234.00'],
    [5, '¥0.05'],
    [-100, '−¥1.00'],
    ['9007199254740993', '¥90,071,992,547,409.93'],
  ])('writes %s fen as %s', (fen, text) => expect(moneyText(fen)).toBe(text))
  it('refuses a fraction of a fen instead of rounding it', () => expect(moneyText(1.5)).toBe('—'))
})

describe('wanYuanText', () => {
  it.each([
    [2_250_000_000, '2,250'],
    [1_234_500, '1.23'],
    [1_235_000, '1.24'],
    [10_000, '0.01'],
    [4_999, '0'],
    ['-2250000000', '−2,250'],
  ])('writes %s fen as %s 万元', (fen, text) => expect(wanYuanText(fen)).toBe(text))
})

describe('sumFen', () => {
  it('adds without losing a fen beyond the whole numbers that a double holds', () =>
    expect(sumFen(['9007199254740993', 1, undefined, '2'])).toBe(9007199254740996n))
})
