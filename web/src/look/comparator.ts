import type { Comparator, Decimal } from '../api/types'
import { numberText } from './number'

const signs: Record<string, string> = {
  '>=': '≥',
  '<=': '≤',
  '=': '=',
  '>': '>',
  '<': '<',
  at_least: '≥',
  at_most: '≤',
  equal: '=',
  more: '>',
  less: '<',
}

/** A bound that a plan wrote as text, with its signs as one reads them: ">= 2000 张" -> "≥ 2,000 张". */
export function measureText(text: string): string {
  return text
    .replace(/>=\s*/g, '≥ ')
    .replace(/<=\s*/g, '≤ ')
    .replace(/^=\s*/, '')
    .replace(/\d{4,}(?![\d年-])/g, (digits) => numberText(digits))
}

interface Bound {
  comparator?: Comparator | string
  value?: Decimal
  value_to?: Decimal
}

/** A bound as it stands on screens, without its unit: {>=, 60} -> "≥ 60", {.., 2, 4} -> "2–4". */
export function boundText({ comparator, value, value_to }: Bound): string {
  if (value === undefined || value === '') return ''
  const span = typeof value === 'string' ? /^(-?[\d.]+?)\.\.(-?[\d.]+)$/.exec(value) : null
  if (span) return `${numberText(span[1])}–${numberText(span[2])}`
  const number = numberText(value)
  if (value_to !== undefined && value_to !== '') return `${number}–${numberText(value_to)}`
  const sign = comparator ? signs[comparator] : undefined
  return sign && sign !== '=' ? `${sign} ${number}` : number
}
