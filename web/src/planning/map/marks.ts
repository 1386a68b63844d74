/** How something stands on the map: its shape and its letter say what it is, so that colour never speaks alone. */
export interface Mark {
  shape: 'disc' | 'square' | 'diamond' | 'cross'
  /** The name of a colour of map.css. */
  ink: string
  letter?: string
  /** Half its width in pixels. */
  radius: number
  /** An outline only: what is closed, or not there yet. */
  hollow?: boolean
}

const style = (): CSSStyleDeclaration => getComputedStyle(document.documentElement)

/** A colour as it is now, light or dark. */
export const inkOf = (name: string): string => style().getPropertyValue(name).trim() || '#000'

function outline(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number): void {
  const r = mark.radius
  context.beginPath()
  if (mark.shape === 'disc') context.arc(x, y, r, 0, 2 * Math.PI)
  else if (mark.shape === 'square') context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
  else if (mark.shape === 'diamond') {
    context.moveTo(x, y - r * 1.2)
    context.lineTo(x + r * 1.2, y)
    context.lineTo(x, y + r * 1.2)
    context.lineTo(x - r * 1.2, y)
    context.closePath()
  } else {
    context.moveTo(x - r * 0.7, y - r * 0.7)
    context.lineTo(x + r * 0.7, y + r * 0.7)
    context.moveTo(x + r * 0.7, y - r * 0.7)
    context.lineTo(x - r * 0.7, y + r * 0.7)
  }
}

const k_letter_from_radius = 8

/** The mark in the large view, where everything is larger. */
export const grown = (mark: Mark): Mark =>
  document.documentElement.hasAttribute('data-elder') ? { ...mark, radius: mark.radius * 1.45 } : mark

/** Draws one mark at a point, a bright edge around it so that it stands out on any ground. */
export function drawMark(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number, chosen = false): void {
  const ink = inkOf(mark.ink)
  const paper = inkOf('--map-halo')
  context.save()
  context.lineJoin = 'round'
  context.globalAlpha = 1 // whoever drew before may have left it faint
  if (chosen) {
    context.beginPath()
    context.arc(x, y, mark.radius + 6, 0, 2 * Math.PI)
    context.lineWidth = 3
    context.strokeStyle = inkOf('--map-new')
    context.stroke()
  }
  outline(context, mark, x, y)
  context.strokeStyle = paper
  context.lineWidth = mark.shape === 'cross' ? 6 : 3
  context.stroke()
  if (mark.shape === 'cross' || mark.hollow) {
    if (mark.hollow) {
      context.fillStyle = paper
      context.fill()
    }
    context.strokeStyle = ink
    context.lineWidth = 2.5
    context.stroke()
  } else {
    context.fillStyle = ink
    context.fill()
  }
  if (mark.letter && mark.radius >= k_letter_from_radius) {
    context.fillStyle = mark.hollow ? ink : paper
    context.font = `600 ${Math.round(mark.radius * 1.25)}px ${style().fontFamily}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(mark.letter, x, y + mark.radius * 0.06)
  }
  context.restore()
}
