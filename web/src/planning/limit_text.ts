/** A limit as a person writes it, as its key in the address: "20分钟" -> "20min", "1.5公里" -> "1500m". Undefined when it is none. */
export function typedLimit(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .toLowerCase()
  const [, amount, unit] = /^(\d{1,5}(?:\.\d+)?)(分钟|分|min|minutes?|米|m|metres?|公里|千米|km)$/.exec(plain) ?? []
  if (!amount) return undefined
  const minutes = /^(分|min)/.test(unit)
  const whole = Math.round(Number(amount) * (/^(公里|千米|km)/.test(unit) ? 1000 : 1))
  return whole > 0 && whole < 100_000 ? `${whole}${minutes ? 'min' : 'm'}` : undefined
}
