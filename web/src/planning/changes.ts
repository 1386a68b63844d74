import type { Spot } from './map/city_map'
import type { Change } from './types'

// Changes are lists of values: each act gives a new list, so that whoever watches them sees it.

export const put = (changes: readonly Change[], place: Spot & { name: string; capacity?: number }): Change[] => [
  ...changes,
  { what: 'put', ...place },
]

/** The put place of this position stands elsewhere now. */
export const moved = (changes: readonly Change[], position: number, spot: Spot): Change[] =>
  changes.map((change, i) => (i === position && change.what === 'put' ? { ...change, ...spot } : change))

export const withoutChange = (changes: readonly Change[], position: number): Change[] => changes.filter((_, i) => i !== position)

const others = (changes: readonly Change[], place: string): Change[] => changes.filter((change) => change.place !== place)

/** A place is closed; that it was to be resized no longer matters. */
export const closed = (changes: readonly Change[], place: string): Change[] => [...others(changes, place), { what: 'close', place }]

export const resized = (changes: readonly Change[], place: string, capacity: number): Change[] => [
  ...others(changes, place),
  { what: 'resize', place, capacity },
]

export const countOf = (changes: readonly Change[], what: Change['what']): number => changes.filter((change) => change.what === what).length
