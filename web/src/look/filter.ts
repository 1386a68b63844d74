/**
 * Whether every word of the search stands somewhere in the texts; case, full width and the different words for one thing make no difference.
 * Chinese is typed without blanks: of a longer word it is enough when each pair of its characters is there ("床位补贴" finds "新增床位……给予补助").
 */
export function matches(search: string, ...texts: (string | undefined | readonly string[])[]): boolean {
  const words = fold(search)
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
  if (words.length === 0) return true
  const whole = fold(texts.flat().filter(Boolean).join('\n'))
  return words.every((word) => whole.includes(word) || pairs(word).every((pair) => whole.includes(pair)))
}

/** What offices write for money given and for homes, each row one thing. */
const sameWords: readonly (readonly string[])[] = [
  ['补贴', '补助', '奖补', '资助'],
  ['养老院', '敬老院', '养老机构'],
  ['托儿所', '托育园', '托育机构'],
]
const fold = (text: string): string =>
  sameWords.reduce(
    (folded, row) => row.slice(1).reduce((all, word) => all.replaceAll(word, row[0] as string), folded),
    text.normalize('NFKC').toLowerCase(),
  )

/** A word of four and more Chinese characters in pairs from its beginning; a shorter or another one as it is. */
function pairs(word: string): string[] {
  if (!/^\p{Script=Han}{4,}$/u.test(word) || word.length % 2 === 1) return [word]
  return [...Array(word.length / 2).keys()].map((index) => word.slice(index * 2, index * 2 + 2))
}

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
