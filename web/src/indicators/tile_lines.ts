const k_line_length = 6
const k_lines_max = 2

/** A place's name in at most two lines of a tile; what still does not fit ends in an ellipsis. */
export function linesOf(name: string): string[] {
  if (name.length <= k_line_length) return [name]
  // The last words of an autonomous county or a street office belong together.
  const tail = /(自治县|自治旗|自治州|街道办事处|街道|管理区|开发区|新区)$/.exec(name)?.[0]
  const half = tail && name.length - tail.length <= k_line_length ? name.length - tail.length : Math.ceil(name.length / 2)
  const lines = [name.slice(0, Math.min(half, k_line_length)), name.slice(Math.min(half, k_line_length))]
  const last = lines[k_lines_max - 1]
  if (last.length > k_line_length) lines[k_lines_max - 1] = last.slice(0, k_line_length - 1) + '…'
  return lines
}
