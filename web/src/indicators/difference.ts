import type { Decimal } from '../api/types'
import { decimalsOf, fixedText, toNumber } from '../look/number'

/** How a computed value stands to the reported one: which way it differs, and by how much as text. */
export interface Difference {
  kind: 'same' | 'more' | 'less'
  by: string
}

/** Computed against reported, rounded to as many places as the more exact of both has; nothing when one of them is missing. */
export function differenceOf(computed: Decimal | undefined, reported: Decimal | undefined): Difference | undefined {
  const [ours, theirs] = [toNumber(computed), toNumber(reported)]
  if (ours === undefined || theirs === undefined) return undefined
  const places = decimalsOf([computed, reported])
  const gap = Number((ours - theirs).toFixed(places))
  return { kind: gap === 0 ? 'same' : gap > 0 ? 'more' : 'less', by: fixedText(Math.abs(gap), 0) }
}

/** A computed value for reading: at most two places, since a rule divides exactly and 66.666667 says no more than 66.67. */
export function shownComputed(value: Decimal | undefined): Decimal | undefined {
  const number = toNumber(value)
  return number === undefined ? value : Number(number.toFixed(2))
}
