import type { Decimal } from '../api/types'

/** Shown where a value is missing; screen readers get a word beside it. */
export const k_none = '—'

/**
 * A decimal with thousands separated, digits kept as they came: 1844 -> "1,844", "95.26" -> "95.26".
 * Text that is no plain decimal is returned unchanged, so that nothing is silently dropped.
 */
export function numberText(value: Decimal | undefined | null): string {
  if (value === undefined || value === null || value === '') return k_none
  const text = typeof value === 'number' ? plain(value) : value.trim()
  const parts = /^([+-]?)(\d+)(\.\d+)?$/.exec(text)
  if (!parts) return text
  const [, sign, whole, fraction = ''] = parts
  return (sign === '-' ? '−' : sign) + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction
}

/** A difference with its sign always shown: 3.2 -> "+3.2", -7 -> "−7", 0 -> "0". */
export function gapText(gap: Decimal | undefined): string {
  if (gap === undefined || gap === '') return k_none
  const text = numberText(gap)
  return Number(gap) > 0 && !text.startsWith('+') ? '+' + text : text
}

/** How many decimals the most exact of these values has: one indicator is written with the same number everywhere. */
export function decimalsOf(values: readonly (Decimal | undefined)[]): number {
  return Math.max(0, ...values.map((value) => (value === undefined ? 0 : (/\.(\d+)$/.exec(String(value))?.[1].length ?? 0))))
}

/** A decimal with at least so many places: (4, 1) -> "4.0". Nothing is cut off. */
export function fixedText(value: Decimal | undefined | null, decimals: number): string {
  const text = numberText(value)
  if (!/^[+−]?[\d,]+(\.\d+)?$/.test(text)) return text
  const missing = decimals - (text.split('.')[1]?.length ?? 0)
  return missing > 0 ? text + (text.includes('.') ? '' : '.') + '0'.repeat(missing) : text
}

/** What a person typed as a number: full-width digits and thousands separators, as Chinese input methods write them, are taken. */
export function typedNumber(text: string): number | undefined {
  const plain_text = text.normalize('NFKC').replace(/[\s,，]/g, '')
  return /^[+-]?\d+(\.\d+)?$/.test(plain_text) ? Number(plain_text) : undefined
}

export function toNumber(value: Decimal | undefined): number | undefined {
  if (value === undefined || value === '') return undefined
  const number = typeof value === 'number' ? value : Number(value.trim())
  return Number.isFinite(number) ? number : undefined
}

// JavaScript writes 1e21 and 1e-7 in exponents; nothing of the field is that large or small, but 0.1+0.2 is real.
function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)))
}
