/** Lines of a signature, "x,y x,y|x,y x,y" on a board of this size: what the server takes (assessments/signature.h). */
export const k_board = { width: 1000, height: 400 }
const k_bytes_max = 20_000
/** Points nearer than this to the one before tell nothing. */
const k_step = 6

export const linesOf = (strokes: string): string[] => strokes.split('|').filter(Boolean)

type Point = [number, number]
const within = (value: number, last: number): number => Math.min(last, Math.max(0, Math.round(value)))

/** The strokes with a new line begun at a point. */
export function beginLine(strokes: string, x: number, y: number): string {
  const point = `${within(x, k_board.width)},${within(y, k_board.height)}`
  return strokes.length + point.length >= k_bytes_max ? strokes : strokes ? `${strokes}|${point}` : point
}

/** The strokes with the last line drawn on to a point; unchanged where it lies beside the last one or the signature is full. */
export function drawTo(strokes: string, x: number, y: number): string {
  const to: Point = [within(x, k_board.width), within(y, k_board.height)]
  const last = strokes
    .slice(Math.max(strokes.lastIndexOf('|'), strokes.lastIndexOf(' ')) + 1)
    .split(',')
    .map(Number)
  if (Math.hypot(to[0] - (last[0] ?? 0), to[1] - (last[1] ?? 0)) < k_step) return strokes
  const grown = `${strokes} ${to[0]},${to[1]}`
  return grown.length > k_bytes_max ? strokes : grown
}

/** Whether something was drawn; a lone point is no signature. */
export const isSigned = (strokes: string): boolean => /[ |]/.test(strokes)
