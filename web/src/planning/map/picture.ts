import { drawMark, inkOf } from './marks'
import type { LegendLine } from './legend'

export interface PictureWords {
  title: string
  under: string
  legend: LegendLine[]
  source: string
}

const k_margin = 24
const k_line = 24

/** Everything drawn on the map's canvases, one above the other, as they stand on the screen. */
function copyMap(context: CanvasRenderingContext2D, map: HTMLElement, top: number): void {
  const frame = map.getBoundingClientRect()
  context.save()
  context.beginPath()
  context.rect(k_margin, top, frame.width, frame.height)
  context.clip()
  context.fillStyle = inkOf('--map-land')
  context.fillRect(k_margin, top, frame.width, frame.height)
  for (const canvas of map.querySelectorAll('canvas')) {
    const at = canvas.getBoundingClientRect()
    if (at.width > 0) context.drawImage(canvas, k_margin + at.left - frame.left, top + at.top - frame.top, at.width, at.height)
  }
  context.restore()
}

/** The scale as the map shows it: a bar of so many pixels and its words. */
function copyScale(context: CanvasRenderingContext2D, map: HTMLElement, x: number, y: number): number {
  const bar = map.querySelector<HTMLElement>('.leaflet-control-scale-line')
  if (!bar) return x
  const width = bar.getBoundingClientRect().width
  context.strokeStyle = context.fillStyle = inkOf('--ink')
  context.strokeRect(x, y + 14, width, 0.5)
  context.fillText(bar.textContent ?? '', x, y)
  return x + width + 32
}

function drawLegend(context: CanvasRenderingContext2D, lines: LegendLine[], begin: number, y: number, width: number): number {
  let x = begin
  for (const line of lines) {
    const length = context.measureText(line.text).width + 52
    if (x > k_margin && x + length > width - k_margin) {
      x = k_margin
      y += k_line
    }
    if (line.mark) drawMark(context, { ...line.mark, radius: 9 }, x + 12, y + 6)
    const field = line.fill ?? (line.bubble && { ink: line.bubble.ink, strength: 0.45 })
    if (field) {
      context.globalAlpha = field.strength
      context.fillStyle = inkOf(field.ink)
      context.fillRect(x + 2, y, 20, 13)
      context.globalAlpha = 1
    }
    context.fillStyle = inkOf('--ink')
    context.fillText(line.text, x + 30, y)
    x += length
  }
  return y
}

/** The map alone as it stands on the screen, for paper. */
export function sheetOf(map: HTMLElement): HTMLCanvasElement | undefined {
  const frame = map.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = frame.width * 2
  canvas.height = frame.height * 2
  const context = canvas.getContext('2d')
  if (!context || frame.width === 0) return undefined
  context.scale(2, 2)
  context.translate(-k_margin, 0)
  copyMap(context, map, 0)
  context.font = `14px ${getComputedStyle(document.body).fontFamily}`
  context.textBaseline = 'top'
  copyScale(context, map, k_margin + 12, frame.height - 36)
  return canvas
}

/** A map with its title, legend, scale and source as one picture (PNG). */
export function pictureOf(map: HTMLElement, words: PictureWords): Promise<Blob | null> {
  const frame = map.getBoundingClientRect()
  const ratio = Math.max(2, window.devicePixelRatio || 1)
  const canvas = document.createElement('canvas')
  const [width, top] = [frame.width + 2 * k_margin, 84]
  const height = top + frame.height + 4 * k_line + Math.ceil(words.legend.length / 4) * k_line
  canvas.width = width * ratio
  canvas.height = height * ratio
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.scale(ratio, ratio)
  context.fillStyle = inkOf('--paper')
  context.fillRect(0, 0, width, height)
  const family = getComputedStyle(document.body).fontFamily
  context.textBaseline = 'top'
  context.fillStyle = inkOf('--ink')
  context.font = `600 22px ${family}`
  context.fillText(words.title, k_margin, 20, frame.width)
  context.font = `14px ${family}`
  context.fillText(words.under, k_margin, 54, frame.width)
  copyMap(context, map, top)
  const y = top + frame.height + 14
  const x = copyScale(context, map, k_margin, y)
  const last = drawLegend(context, words.legend, x, y, width)
  context.fillStyle = inkOf('--ink-soft')
  context.fillText(words.source, k_margin, last + k_line + 4, frame.width)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Hands a picture to the browser to keep. */
export async function keepPicture(map: HTMLElement, words: PictureWords): Promise<void> {
  const blob = await pictureOf(map, words)
  if (!blob) return
  const held = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = held
  link.download = `${words.title}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(held), 60_000)
}
