import type { Light, LightCounts } from '../api/types'

/** Worst first: what needs a hand stands at the top of every list. */
export const k_lights: readonly Light[] = ['behind', 'near', 'not_reported', 'met', 'no_target']

/** Each light has a shape of its own, so that it speaks without colour. */
export const k_light_shapes: Record<Light, string> = { met: '●', near: '▲', behind: '■', not_reported: '○', no_target: '—' }

export const isLight = (text: unknown): text is Light => typeof text === 'string' && text in k_light_shapes

export function lightTotal(counts: LightCounts): number {
  return k_lights.reduce((sum, light) => sum + (counts[light] ?? 0), 0)
}

export function byLight<Row extends { light: Light }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => k_lights.indexOf(a.light) - k_lights.indexOf(b.light))
}
