import type { Decimal, Target } from '../api/types'
import { boundText } from '../look/comparator'
import { fixedText, toNumber } from '../look/number'
import { unitText } from '../look/unit'

/** A target as one reads it: "≥ 60 %". */
export function targetText(target: Target | undefined, unit: string, language: string): string {
  if (!target) return ''
  return [boundText(target), unitText(unit, language)].filter(Boolean).join(' ')
}

export function valueText(value: Decimal, unit: string, language: string, decimals = 0): string {
  return [fixedText(value, decimals), unitText(unit, language)].filter(Boolean).join(' ')
}

/** How the gap is said: the sign alone misleads, since below an upper limit is good and below a floor is not. */
export type GapKind = 'even' | 'short' | 'over' | 'under_limit' | 'over_limit'

export function gapKind(gap: number, comparator: Target['comparator'] | undefined): GapKind {
  if (gap === 0) return 'even'
  const limit = comparator === 'at_most' || comparator === 'less'
  if (limit) return gap < 0 ? 'under_limit' : 'over_limit'
  return gap < 0 ? 'short' : 'over'
}

/** The gap in words of the reader's language: "差 0.5", "低于上限 3". `words` gives the text of a kind with its number. */
export function gapWords(
  gap: Decimal | undefined,
  target: Pick<Target, 'comparator'> | undefined,
  words: (kind: GapKind, number: string) => string,
  decimals = 0,
): string {
  const number = toNumber(gap)
  if (gap === undefined || gap === '') return ''
  if (number === undefined) return String(gap)
  return words(gapKind(number, target?.comparator), fixedText(gap, decimals).replace(/^[−+]/, ''))
}
