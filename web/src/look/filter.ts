/** Whether every word of the search stands somewhere in the texts; case and full width make no difference. */
export function matches(search: string, ...texts: (string | undefined | readonly string[])[]): boolean {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const whole = fold(texts.flat().filter(Boolean).join('\n'))
  return words.every((word) => whole.includes(word))
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The different values of a column in the order in which they first stand there. */
export function distinct<Row>(rows: readonly Row[], valueOf: (row: Row) => string | readonly string[] | undefined): string[] {
  return [...new Set(rows.flatMap((row) => valueOf(row) ?? []).filter(Boolean))]
}

/** The plan's own rows before those of the layers above it, otherwise in their order. */
export function ownFirst<Row extends { layer: string }>(rows: readonly Row[], plan: string): Row[] {
  return [...rows.filter((row) => row.layer === plan), ...rows.filter((row) => row.layer !== plan)]
}

/** Rows under their heading, headings in the order in which they first stand in the list. */
export function grouped<Row>(rows: readonly Row[], headingOf: (row: Row) => string): { heading: string; rows: Row[] }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const heading = headingOf(row)
    const group = groups.get(heading)
    if (group) group.push(row)
    else groups.set(heading, [row])
  }
  return [...groups].map(([heading, members]) => ({ heading, rows: members }))
}
