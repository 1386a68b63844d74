const k_line_length = 6
const k_lines_max = 3

/**
 * A place's name in at most three lines of a tile. What stands in brackets behind a name is left to the tile's full name;
 * the last words of an autonomous county or a street office stay together.
 */
export function linesOf(whole: string): string[] {
  const name = whole.replace(/[（(][^（(]*[)）]$/, '') || whole
  if (name.length <= k_line_length) return [name]
  const tail = /(自治县|自治旗|自治州|街道办事处|街道|管理区|开发区|新区)$/.exec(name)?.[0] ?? ''
  if (tail && name.length - tail.length <= k_line_length) return [name.slice(0, name.length - tail.length), tail]
  const count = Math.min(k_lines_max, Math.ceil(name.length / k_line_length))
  const length = Math.min(k_line_length, Math.ceil(name.length / count))
  const lines = Array.from({ length: count }, (_, line) => name.slice(line * length, (line + 1) * length))
  // Nothing in the country is longer than that; if it were, it would end in an ellipsis.
  if (name.length > count * length) lines[count - 1] = lines[count - 1].slice(0, length - 1) + '…'
  return lines
}
