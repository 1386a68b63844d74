import L from 'leaflet'
import { drawMark, type Mark } from './marks'

interface Drawn {
  _renderer: { _drawing: boolean; _ctx: CanvasRenderingContext2D }
  _point: L.Point
  _empty: () => boolean
}

/** A place on the map's one canvas: thousands of them cost no element of the page. */
export class ShapeMarker extends L.CircleMarker {
  mark: Mark
  chosen = false
  constructor(at: L.LatLngExpression, mark: Mark, renderer: L.Renderer) {
    super(at, { radius: mark.radius + 2, renderer, bubblingMouseEvents: false })
    this.mark = mark
  }
  show(mark: Mark, chosen: boolean): void {
    if (this.mark === mark && this.chosen === chosen) return
    this.mark = mark
    this.chosen = chosen
    this.setRadius(mark.radius + (chosen ? 10 : 2)) // what is redrawn must hold the ring around the chosen one
    this.redraw()
  }
  // Leaflet's canvas asks each path to draw itself.
  _updatePath(): void {
    const { _renderer, _point, _empty } = this as unknown as Drawn
    if (!_renderer._drawing || _empty.call(this)) return
    drawMark(_renderer._ctx, this.mark, _point.x, _point.y, this.chosen)
  }
}
