import { expect, it } from 'vitest'
import { fenOf, yuanOf } from './yuan'

it('yuan as people type them become whole fen', () =>
  expect(['1,234.5', '１２００', '¥0.07', '50元', '2.5万', '-3', '−3.10'].map(fenOf)).toEqual([
    123450, 120000, 7, 5000, 2500000, -300, -310,
  ]))
it('what is no amount of whole fen is not rounded but refused', () =>
  expect(['', 'abc', '1.005', '1e3', '1.2.3', '99999999999999999'].map(fenOf)).toEqual(Array(6).fill(undefined)))
it('an amount shown to be changed is the amount that was typed', () => {
  for (const fen of [0, 1, 7, 10, 99, 100, 123450, -310, -5, 2500000, 900719925474099]) expect(fenOf(yuanOf(fen))).toBe(fen)
  expect([123450, 500000, 5, -310].map(yuanOf)).toEqual(['1234.50', '5000', '0.05', '-3.10'])
})
