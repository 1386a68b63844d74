import type { LightCounts, Matrix, MatrixRow } from '../api/types'

/** How many of a place's indicators are judged at all; the others have no target there. */
export const judged = (lights: LightCounts): number => lights.met + lights.near + lights.behind + lights.not_reported

/** The first `room` of the rows, and how many there are beside them. One row too many is shown rather than counted. */
export function fitting<Row>(rows: readonly Row[], room: number): { shown: Row[]; more: number } {
  const shown = rows.length <= room ? [...rows] : rows.slice(0, room - 1)
  return { shown, more: rows.length - shown.length }
}

/** The indicators of the whole place that are behind, in the plan's order. */
export const behindRows = (matrix: Matrix): MatrixRow[] => matrix.rows.filter((row) => row.whole.light === 'behind')

/** The places below, those with the most indicators behind first. */
export const placesByNeed = (matrix: Matrix): Matrix['columns'] =>
  [...matrix.columns].sort((a, b) => b.lights.behind - a.lights.behind || a.lights.met - b.lights.met)

/** Whether any figure shown for the place is made up. */
export const holdsDemo = (matrix: Matrix): boolean =>
  matrix.rows.some((row) => row.whole.synthetic || row.cells.some((cell) => cell.synthetic))

/** The part shown at this moment: each stands for `each_ms`, then comes the next. */
export const partAt = (time_ms: number, parts: number, each_ms: number): number => (parts > 0 ? Math.floor(time_ms / each_ms) % parts : 0)
