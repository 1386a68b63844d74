/** Yuan as people type them ("12,345.6", "3.5万") in fen; nothing where it is no amount. */
export function fenOf(text: string): number | undefined {
  const found = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?(万|亿)?元?$/.exec(text.replace(/[,，\s]/g, ''))
  if (!found) return undefined
  const [, sign, whole, fraction = '', word] = found
  const places = word === '亿' ? 10 : word === '万' ? 6 : 2
  if (fraction.length > places) return undefined
  const fen = Number(BigInt(whole + fraction.padEnd(places, '0')))
  return Number.isSafeInteger(fen) ? (sign ? -fen : fen) : undefined
}
