/** "2026-12-03T21:15", as it is typed here, as the instant that is sent; empty where it is no time. */
export function sentInstant(typed: string): string {
  const time = typed ? new Date(`${typed}:00+08:00`) : undefined
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : ''
}
/** The label of a check in the language of the page: the script says both, Chinese first. */
export function checkText(label: string, locale: string): string {
  const parts = /^([^a-z]+) ([a-z].*)$/.exec(label)
  if (!parts) return label
  return (locale === 'en' ? parts[2] : parts[1] + (/ [0-9a-f]{64}$/.exec(label)?.[0] ?? '')) ?? label
}
