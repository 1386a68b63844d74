import type { IndicatorChild, Tile } from '../api/types'
import { k_lights } from '../look/light'
import { toNumber } from '../look/number'

/** Places without a target are compared by their value: the largest first, what was not reported last. */
export function byValue<Child extends Pick<IndicatorChild, 'actual'>>(children: readonly Child[]): Child[] {
  const value = (child: Child): number => toNumber(child.actual?.value) ?? -Infinity
  return [...children].sort((a, b) => value(b) - value(a))
}

/** Judged places worst first; where none is judged, by value. */
export function worstFirst(children: readonly IndicatorChild[]): IndicatorChild[] {
  if (!isJudged(children)) return byValue(children)
  return [...children].sort((a, b) => k_lights.indexOf(a.light) - k_lights.indexOf(b.light) || (b.rank ?? 0) - (a.rank ?? 0))
}

/** Whether any of the places has a target of its own. */
export const isJudged = (children: readonly Pick<IndicatorChild, 'light'>[]): boolean =>
  children.some((child) => child.light !== 'no_target' && child.light !== 'not_reported')

/** The tiles in the order of the given places, row by row: a map whose places carry no judgement becomes a ranking. */
export function rankedTiles(tiles: readonly Tile[], children: readonly Pick<IndicatorChild, 'region'>[], columns: number): Tile[] {
  const rank = new Map(children.map((child, place) => [child.region, place]))
  return [...tiles]
    .sort((a, b) => (rank.get(a.region) ?? tiles.length) - (rank.get(b.region) ?? tiles.length))
    .map((tile, place) => ({ ...tile, row: Math.floor(place / columns), column: place % columns }))
}
