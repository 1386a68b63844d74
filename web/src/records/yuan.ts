/** Money as people type it; the server keeps whole fen. */

/** Yuan as typed -> fen: "1,234.5" -> 123450, "¥0.07" -> 7, "2.5万" -> 2500000. Undefined for anything else, such as a third decimal. */
export function fenOf(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥元]/g, '')
    .replace(/^−/, '-')
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(万)?$/.exec(plain)
  if (!parts) return undefined
  const [, sign, whole, fraction = '', tenThousand] = parts
  const places = tenThousand ? 6 : 2 // ten thousand yuan are 10^6 fen
  if (fraction.length > places) return undefined
  const fen = Number(sign + whole + fraction.padEnd(places, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}

/** Fen -> yuan as a field shows them to be changed: 123450 -> "1234.50", 500000 -> "5000". Digits are shifted, never divided. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const cents = digits.slice(-2)
  return (fen < 0 ? '-' : '') + digits.slice(0, -2) + (cents === '00' ? '' : '.' + cents)
}
