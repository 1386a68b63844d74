import { k_none } from './number'

type FenInput = number | string | bigint | undefined | null

function toFen(fen: FenInput): bigint | undefined {
  if (fen === undefined || fen === null || fen === '') return undefined
  if (typeof fen === 'bigint') return fen
  if (typeof fen === 'number') return Number.isSafeInteger(fen) ? BigInt(fen) : undefined
  return /^-?\d+$/.test(fen) ? BigInt(fen) : undefined
}

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** Whole money with its sign of currency: 123400 fen -> "¥1,234.00". Integers all the way. */
export function moneyText(input: FenInput): string {
  const fen = toFen(input)
  if (fen === undefined) return k_none
  const size = fen < 0n ? -fen : fen
  return `${fen < 0n ? '−' : ''}¥${thousands(String(size / 100n))}.${String(size % 100n).padStart(2, '0')}`
}

/**
 * Money in ten thousand yuan as plans write it, at most two decimals and none that say nothing:
 * 22_500_000_00 fen -> "2,250", 1_234_500 fen -> "1.23" (rounded half up, away from zero).
 */
export function wanYuanText(input: FenInput): string {
  const fen = toFen(input)
  if (fen === undefined) return k_none
  const size = fen < 0n ? -fen : fen
  const hundredths = (size + 5_000n) / 10_000n // one hundredth of 万元 is 100 yuan = 10,000 fen
  const fraction = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${fen < 0n && hundredths > 0n ? '−' : ''}${thousands(String(hundredths / 100n))}${fraction ? '.' + fraction : ''}`
}

/** The sum of amounts in fen; a missing amount counts nothing. */
export function sumFen(amounts: FenInput[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + (toFen(amount) ?? 0n), 0n)
}
