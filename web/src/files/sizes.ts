import { numberText } from '../look/number'

const k_kilobyte = 1024
/** "20 MB", "1.5 MB", "340 KB": as file managers count. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / k_kilobyte / k_kilobyte
  if (megabytes >= 1) return `${numberText(Math.round(megabytes * 10) / 10)}\u00a0MB`
  return `${numberText(Math.max(1, Math.round(bytes / k_kilobyte)))}\u00a0KB`
}

const k_endings: Record<string, string[]> = { jpeg: ['.jpg', '.jpeg'], heic: ['.heic', '.heif'] }
/** What a file dialog offers for these kinds. */
export const endingsOf = (kinds: readonly string[]): string[] => kinds.flatMap((kind) => k_endings[kind] ?? [`.${kind}`])

const k_picture_kinds = new Set(['jpeg', 'png', 'webp'])
/** A browser shows these by itself. */
export const isPicture = (kind: string): boolean => k_picture_kinds.has(kind)
/** A place that takes photographs is one for the camera of a telephone. */
export const takesPhotographs = (kinds: readonly string[]): boolean => kinds.includes('jpeg')
