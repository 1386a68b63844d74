import type { Job } from './calls'

/** How much of the phase is done, 0 to 1; undefined where nobody knows. */
export function shareOf(job: Pick<Job, 'steps_done' | 'steps_whole'>): number | undefined {
  if (job.steps_whole <= 0) return undefined
  return Math.min(1, Math.max(0, job.steps_done / job.steps_whole))
}

/** A size as people read it. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${units[unit]}`
}
