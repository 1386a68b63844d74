import { expect, it } from 'vitest'
import type { IndicatorChild, Tile } from '../api/types'
import { byValue, isJudged, rankedTiles, worstFirst } from './place_order'

const child = (region: string, value: number | undefined, light: IndicatorChild['light'] = 'no_target'): IndicatorChild => ({
  region,
  name: region,
  level: 'county',
  light,
  ...(value === undefined ? {} : { actual: { period: '2025', value, source: '', synthetic: false } }),
})

it('orders places without targets by value, what was not reported last', () =>
  expect(byValue([child('a', 2), child('b', undefined), child('c', 9)]).map((row) => row.region)).toEqual(['c', 'a', 'b']))
it('orders judged places worst first', () =>
  expect(worstFirst([child('a', 9, 'met'), child('b', 1, 'behind'), child('c', 5, 'near')]).map((row) => row.region)).toEqual([
    'b',
    'c',
    'a',
  ]))
it('places that are only not reported or without target are not judged', () => {
  expect(isJudged([child('a', 1), child('b', undefined, 'not_reported')])).toBe(false)
  expect(isJudged([child('a', 1, 'met')])).toBe(true)
})
it('lays tiles out in the order of the places', () => {
  const tile = (region: string, column: number, row: number): Tile => ({ region, name: region, column, row })
  expect(
    rankedTiles([tile('a', 0, 0), tile('b', 4, 3), tile('c', 2, 2)], byValue([child('a', 1), child('b', 5), child('c', 3)]), 2),
  ).toEqual([tile('b', 0, 0), tile('c', 1, 0), tile('a', 0, 1)])
})
