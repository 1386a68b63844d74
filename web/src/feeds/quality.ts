import type { Quality } from './types'

type Row = Quality['rows'][number]
type Point = Row['points'][number]

/** How a source stands now; every row has one delivery at least. */
export const lastOf = (row: Row): Point => row.points[row.points.length - 1]!

const share = (point: Point, flaw: 'incomplete' | 'contradictory' | 'unknown'): number =>
  point.records === 0 ? 1 : 1 - point[flaw] / point.records

/** A hundred per cent is said of nothing that has one flaw. */
export function percentText(value: number): string {
  const tenths = value === 1 ? 1000 : Math.min(999, Math.round(value * 1000))
  return `${(tenths / 10).toFixed(1)}%`
}

export const shareText = (row: Row, flaw: 'incomplete' | 'contradictory' | 'unknown'): string => percentText(share(lastOf(row), flaw))

/** The last six deliveries, the oldest first. */
export const trendText = (row: Row): string =>
  row.points
    .slice(-6)
    .map((point) => percentText(share(point, 'incomplete')))
    .join(' → ')
