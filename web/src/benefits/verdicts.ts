import type { Benefit, FactNeeded, Verdict } from './types'

/** In the order in which people want to know. */
export const k_verdicts: readonly Verdict[] = ['entitled', 'open', 'ask_office', 'not_entitled']

export function byVerdict(rows: readonly Benefit[]): { verdict: Verdict; rows: Benefit[] }[] {
  return k_verdicts
    .map((verdict) => ({ verdict, rows: rows.filter((row) => row.verdict === verdict) }))
    .filter((part) => part.rows.length > 0)
}

/** What would still decide a benefit, each fact once. */
export function neededFor(row: Benefit): FactNeeded[] {
  const seen = new Set<string>()
  return row.results
    .flatMap((result) => result.needs)
    .filter((need) => {
      const key = `${need.subject} ${need.record} ${need.field}`
      return !seen.has(key) && !!seen.add(key)
    })
}

/** "50.00元" a month is "50元/月". */
export function amountText(amount: string | undefined, every: string | undefined): string {
  if (!amount) return ''
  return amount.replace(/\.00(?=\D|$)/, '') + (every ? `/${every}` : '')
}
