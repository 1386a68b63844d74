import type { Decimal, Target } from '../api/types'
import { boundText } from '../look/comparator'
import { gapText, numberText, toNumber } from '../look/number'
import { unitText } from '../look/unit'

/** A target as one reads it: "≥ 60 %". */
export function targetText(target: Target | undefined, unit: string, language: string): string {
  if (!target) return ''
  return [boundText(target), unitText(unit, language)].filter(Boolean).join(' ')
}

export function valueText(value: Decimal, unit: string, language: string): string {
  return [numberText(value), unitText(unit, language)].filter(Boolean).join(' ')
}

/** The gap, as the server reckons it; a number gets its sign, words stay words. */
export function gapWords(gap: Decimal | undefined): string {
  if (gap === undefined || gap === '') return ''
  return toNumber(gap) === undefined ? String(gap) : gapText(gap)
}
