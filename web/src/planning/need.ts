import type { NeedRow } from './types'

export type NeedUnit = 'beds' | 'slots'

/** What there is and what is being built by then; undefined where neither is known. */
export function haveOf(row: NeedRow, unit: NeedUnit): number | undefined {
  const [there, coming] = [row[unit], row[`${unit}_coming`]]
  return there == null && coming == null ? undefined : (there ?? 0) + (coming ?? 0)
}

/** How many are wanting: below zero, how many are to spare; undefined where one side is not known. */
export function gapOf(row: NeedRow, unit: NeedUnit): number | undefined {
  const [needed, have] = [row[`${unit}_needed`], haveOf(row, unit)]
  return needed == null || have === undefined ? undefined : needed - have
}

/** The year from which there is too little, "now" for one that is here, "enough" for none. */
export const shortFromText = (from: number | null | undefined, first_year: number): string =>
  from == null ? 'enough' : from <= first_year ? 'now' : String(from)
