import type { RegionStep } from '../api/types'

export const k_whole_country = '000000000000'

/** The part of a 12-digit code that its whole subtree shares: 650203000000 -> "650203". */
export function prefixOf(code: string): string {
  if (code === k_whole_country) return ''
  for (const length of [2, 4, 6, 9]) {
    if (/^0*$/.test(code.slice(length))) return code.slice(0, length)
  }
  return code
}

/** A code as officials write it, with its zeros: "450200" -> "450200000000". Anything else comes back unchanged. */
export const wholeCode = (code: string): string =>
  /^\d{2,11}$/.test(code) && [2, 4, 6, 9].includes(code.length) ? code.padEnd(12, '0') : code

/** Whether a region lies in a scope, the scope itself included. */
export const inScope = (code: string, scope: string): boolean => code.startsWith(prefixOf(scope))

/** The steps of a path that lie in all of the scopes: what stands above a plan or an account is not offered. */
export function stepsWithin(path: readonly RegionStep[], ...scopes: (string | undefined)[]): RegionStep[] {
  return path.filter((step) => scopes.every((scope) => scope === undefined || inScope(step.code, scope)))
}
