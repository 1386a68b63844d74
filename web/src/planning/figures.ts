import { numberText } from '../look/number'

/** A share as percent with one decimal, but never 100 % or 0 % where somebody is left out or in: 0.99996 -> "99.9%". */
export function shareText(share: number | undefined | null): string {
  if (share === undefined || share === null || !Number.isFinite(share)) return numberText(undefined)
  const tenths = share < 1 ? Math.min(999, Math.round(share * 1000)) : 1000
  return `${(share > 0 ? Math.max(1, tenths) : 0) / 10}%`
}

/** Metres rounded as a walker would say them: to ten. */
export const metresText = (metres: number | undefined | null): string =>
  metres === undefined || metres === null ? numberText(undefined) : numberText(Math.round(metres / 10) * 10)

/** A bubble's radius in pixels, so that its area stands for the number; the largest of them has `largest`. */
export function bubbleRadius(people: number, most: number, largest = 26): number {
  return most > 0 ? Math.max(3, largest * Math.sqrt(people / most)) : 3
}

/** Thousands of yuan and more as people write them on forms: fen from a text in 10,000 yuan; undefined when it is none. */
export function fenOfTenThousands(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(plain) ?? []
  if (whole === undefined) return undefined
  const fen = Number(whole) * 1_000_000 + Number(part.padEnd(6, '0'))
  return fen > 0 ? fen : undefined
}
