import type { Group, InboxRow } from './types'

export const k_groups: Group[] = ['urgent', 'overdue', 'today', 'later', 'message']

export interface RowsOfGroup {
  group: Group
  rows: InboxRow[]
}

/** Rows under their headings, in the order in which the list has them. */
export function byGroup(rows: InboxRow[]): RowsOfGroup[] {
  const groups: RowsOfGroup[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.group === row.group) last.rows.push(row)
    else groups.push({ group: row.group, rows: [row] })
  }
  return groups
}

/** The day `count` days after `day` ("2026-11-29"). */
export function daysAfter(day: string, count: number): string {
  const time = new Date(`${day}T00:00:00Z`)
  time.setUTCDate(time.getUTCDate() + count)
  return time.toISOString().slice(0, 10)
}

/** Of the week after: the next Monday behind `day`. */
export function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return daysAfter(day, (8 - weekday) % 7 || 7)
}
