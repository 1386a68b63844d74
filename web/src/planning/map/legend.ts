import type { Mark } from './marks'

/** One line of a legend: a mark or a filled field, and what it stands for. */
export interface LegendLine {
  text: string
  mark?: Mark
  fill?: { ink: string; strength: number }
  /** A bubble of this radius. */
  bubble?: { ink: string; radius: number }
}
