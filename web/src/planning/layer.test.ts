import { expect, test } from 'vitest'
import { layerOf, layerRows } from './layer'
import type { Reach, ReachRow } from './types'

const row = (name: string, level: ReachRow['level'], people: number, reached: number): ReachRow => ({
  region: name,
  name,
  level,
  people,
  reached,
  share: reached / people,
  not_reached: people - reached,
  longitude: 84.9,
  latitude: 45.6,
})
const reach: Reach = {
  as_of: '',
  kind: 'canteen',
  way: 'walk',
  group: 'from_60',
  places: 1,
  people: 30,
  reached: 12,
  share: 0.4,
  no_street: 0,
  cut_off: 0,
  unplaced: 0,
  regions: [row('county', 'county', 30, 12), row('near', 'village', 10, 10), row('far', 'village', 20, 2)],
}

test('a layer shows villages alone, so that nobody is counted twice', () => {
  expect(layerRows('people', reach, undefined).map((one) => [one.name, one.value])).toEqual([
    ['far', 20],
    ['near', 10],
  ])
})

test('villages where everybody is reached are no shortfall', () => {
  expect(layerRows('short', reach, undefined).map((one) => [one.name, one.value])).toEqual([['far', 18]])
})

test('an unknown layer in the address is none', () => {
  expect(layerOf('heat')).toBe('')
  expect(layerOf('short')).toBe('short')
})
