import type { Mark } from './marks'

/** What a page puts on the map. */
export interface MapPoint {
  id: string
  name: string
  longitude: number
  latitude: number
  mark: Mark
  /** It can be dragged elsewhere. */
  movable?: boolean
}
/** A drawn area: outer rings and holes by the even-odd rule. */
export interface MapArea {
  rings: number[][]
  ink: string
  strength: number
}
/** A disc whose area stands for a number, such as people of a village who reach nothing. */
export interface MapBubble {
  id: string
  name: string
  longitude: number
  latitude: number
  radius: number
  ink: string
}
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}
export interface Spot {
  longitude: number
  latitude: number
}

/** The least box around points, a little wider; undefined without any. */
export function boundsOf(spots: readonly Spot[]): Bounds | undefined {
  if (spots.length === 0) return undefined
  const [longitudes, latitudes] = [spots.map((spot) => spot.longitude), spots.map((spot) => spot.latitude)]
  const margin = 0.002
  return {
    west: Math.min(...longitudes) - margin,
    east: Math.max(...longitudes) + margin,
    south: Math.min(...latitudes) - margin,
    north: Math.max(...latitudes) + margin,
  }
}

/** Degrees as they are written into a form: seven digits tell a centimetre apart, six are more than anybody can measure. */
export const degreesText = (degrees: number): string => degrees.toFixed(6)

/** Whether something can be put on a map at all. */
export const placed = <Row extends { longitude?: number | null; latitude?: number | null }>(row: Row): row is Row & Spot =>
  typeof row.longitude === 'number' && typeof row.latitude === 'number'
