import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { inkOf } from './marks'

/** What of the people is drawn as density; empty: nothing. */
export type Density = '' | 'people' | 'from_60' | 'from_80' | 'under_three'

export interface TileLook {
  zoom: number
  /** Width of the tile in pixels of the screen, and how many device pixels stand for one. */
  size: number
  ratio: number
  density: Density
  /** Size of names in pixels. */
  letters: number
}

type Context = CanvasRenderingContext2D
interface Street {
  rank: number
  width: number
}

/** How important a street of a class is, 3 to 0; names are those of OpenStreetMap's `highway`. */
export function rankOf(kind: string): number {
  if (/^(motorway|trunk|primary)/.test(kind)) return 3
  if (/^(secondary|tertiary)/.test(kind)) return 2
  if (/^(footway|path|steps|pedestrian|cycleway|track|corridor|bridleway)/.test(kind)) return 0
  return 1
}

const k_widths = [0.7, 1.1, 2.2, 3.2] // pixels at zoom 14, by rank
const k_grow = 1.5 // wider with each step of zoom

export function streetOf(kind: string, zoom: number): Street {
  const rank = rankOf(kind)
  return { rank, width: Math.max(0.5, Math.min(22, k_widths[rank] * k_grow ** (zoom - 14))) }
}

function trace(context: Context, feature: VectorTileFeature, scale: number): void {
  context.beginPath()
  for (const line of feature.loadGeometry()) {
    line.forEach((point, i) => (i ? context.lineTo(point.x * scale, point.y * scale) : context.moveTo(point.x * scale, point.y * scale)))
    if (feature.type === 3) context.closePath()
  }
}

function* featuresOf(tile: VectorTile, name: string): Generator<VectorTileFeature> {
  const layer = tile.layers[name]
  for (let i = 0; layer && i < layer.length; i++) yield layer.feature(i)
}

function paintGround(context: Context, tile: VectorTile, look: TileLook): void {
  for (const [name, ink] of [
    ['green', '--map-green'],
    ['water', '--map-water'],
    ['buildings', '--map-building'],
  ]) {
    context.fillStyle = context.strokeStyle = inkOf(ink)
    context.lineWidth = 2
    for (const feature of featuresOf(tile, name)) {
      trace(context, feature, look.size / feature.extent)
      if (feature.type === 2) context.stroke()
      else context.fill('evenodd')
    }
  }
}

/** Densities are told apart by strength alone, in steps that stand in the legend too. People on a square kilometre. */
export const k_density_steps = [100, 1_000, 5_000, 10_000, 20_000]
export const densityStrength = (per_km2: number): number =>
  [0.16, 0.27, 0.39, 0.51, 0.63, 0.75][k_density_steps.filter((step) => per_km2 >= step).length]

function paintDensity(context: Context, tile: VectorTile, look: TileLook): void {
  if (!look.density) return
  context.fillStyle = inkOf('--map-people')
  for (const feature of featuresOf(tile, look.density)) {
    const people = Number(feature.properties.people ?? 0)
    const cell_km = Number(feature.properties.cell_m) / 1000
    if (!(people > 0 && cell_km > 0)) continue
    context.globalAlpha = densityStrength(people / cell_km ** 2)
    trace(context, feature, look.size / feature.extent)
    context.fill('evenodd')
  }
  context.globalAlpha = 1
}

/** Streets from the least to the most important: first their edges, then themselves. */
function paintStreets(context: Context, tile: VectorTile, look: TileLook): void {
  const all = [...featuresOf(tile, 'streets')].map((feature) => ({
    feature,
    ...streetOf(String(feature.properties.class ?? feature.properties.highway ?? ''), look.zoom),
  }))
  all.sort((a, b) => a.rank - b.rank)
  context.lineJoin = context.lineCap = 'round'
  for (const edge of [true, false]) {
    for (const { feature, rank, width } of all) {
      if (rank === 0 && (edge || look.zoom < 14)) continue
      if (edge && width < 2) continue
      context.strokeStyle = inkOf(
        rank === 0
          ? '--map-path'
          : edge || width < 2
            ? rank === 3
              ? '--map-street-main-edge'
              : '--map-street-edge'
            : rank === 3
              ? '--map-street-main'
              : '--map-street',
      )
      context.lineWidth = edge ? width + 1.5 : width
      trace(context, feature, look.size / feature.extent)
      context.stroke()
    }
  }
}

interface Words {
  text: string
  x: number
  y: number
  angle: number
  length: number
}
/** Names along the longest straight piece of a street that is wholly inside the tile. */
function namesOf(tile: VectorTile, look: TileLook): Words[] {
  const found = new Map<string, Words>()
  for (const feature of featuresOf(tile, 'streets')) {
    const text = String(feature.properties.name ?? '')
    if (!text) continue
    const scale = look.size / feature.extent
    for (const line of feature.loadGeometry())
      for (let i = 1; i < line.length; i++) {
        const [a, b] = line[i - 1].x <= line[i].x ? [line[i - 1], line[i]] : [line[i], line[i - 1]]
        const length = Math.hypot(b.x - a.x, b.y - a.y) * scale
        if (length <= (found.get(text)?.length ?? 0)) continue
        const [x, y] = [((a.x + b.x) / 2) * scale, ((a.y + b.y) / 2) * scale]
        found.set(text, { text, x, y, angle: Math.atan2(b.y - a.y, b.x - a.x), length })
      }
  }
  return [...found.values()].sort((a, b) => b.length - a.length)
}

function paintNames(context: Context, tile: VectorTile, look: TileLook): void {
  if (look.zoom < 15) return
  context.font = `${look.letters}px ${getComputedStyle(document.documentElement).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  const taken: Words[] = []
  for (const name of namesOf(tile, look)) {
    const half = context.measureText(name.text).width / 2
    const [reach_x, reach_y] = [Math.abs(Math.cos(name.angle)) * half + 8, Math.abs(Math.sin(name.angle)) * half + 8]
    if (half * 2 + 16 > name.length) continue
    if (name.x < reach_x || name.y < reach_y || name.x > look.size - reach_x || name.y > look.size - reach_y) continue
    if (taken.some((other) => Math.hypot(other.x - name.x, other.y - name.y) < half * 2 + 12)) continue
    taken.push(name)
    context.save()
    context.translate(name.x, name.y)
    context.rotate(name.angle)
    context.strokeStyle = inkOf('--map-halo')
    context.lineWidth = 3
    context.strokeText(name.text, 0, 0)
    context.fillStyle = inkOf('--map-words')
    context.fillText(name.text, 0, 0)
    context.restore()
  }
}

/** Paints one vector tile; an empty one leaves the ground. */
export function paintTile(context: Context, bytes: ArrayBuffer, look: TileLook): void {
  context.setTransform(look.ratio, 0, 0, look.ratio, 0, 0)
  if (bytes.byteLength === 0) return
  const tile = new VectorTile(new PbfReader(new Uint8Array(bytes)))
  paintGround(context, tile, look)
  paintDensity(context, tile, look)
  paintStreets(context, tile, look)
  paintNames(context, tile, look)
}
