import { expect, test } from 'vitest'
import { givenSites, typedCount } from './siting_form'

test('sites are read as people list them', () => {
  expect(givenSites('旧粮站，84.87，45.60，120\n\n空置小学, 84.9, 45.7').sites).toEqual([
    { name: '旧粮站', longitude: 84.87, latitude: 45.6, price_fen: 120_000_000 },
    { name: '空置小学', longitude: 84.9, latitude: 45.7 },
  ])
})

test('the line that is no site is named', () => {
  expect(givenSites('旧粮站,84.87,45.60\n旧粮站').wrong_line).toBe(2)
  expect(givenSites('旧粮站,45.6,184.8').wrong_line).toBe(1)
  expect(givenSites('旧粮站,84.87,145.6').wrong_line).toBe(1)
  expect(givenSites('旧粮站,84.87,45.6,便宜').wrong_line).toBe(1)
})

test('a number of places is whole and within bounds', () => {
  expect(typedCount('５', 200)).toBe(5)
  for (const text of ['', '0', '201', '1.5', '-3', '五']) expect(typedCount(text, 200)).toBeUndefined()
})
