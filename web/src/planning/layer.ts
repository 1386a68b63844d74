import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { numberText } from '../look/number'
import { bubbleRadius } from './figures'
import { placed, type MapArea, type MapBubble } from './map/city_map'
import type { LegendLine } from './map/legend'
import { densityStrength, k_density_steps, type Density } from './map/tile_paint'
import type { AccessRow, Reach, Ring } from './types'

/** The one layer above the places; empty: none. */
export type Layer = '' | 'people' | 'from_60' | 'from_80' | 'under_three' | 'reach' | 'access' | 'short'
const k_layers: readonly Layer[] = ['people', 'from_60', 'from_80', 'under_three', 'reach', 'access', 'short']
export const layerOf = (text: string): Layer => k_layers.find((layer) => layer === text) ?? ''

/** A village and the one number that a layer shows of it, on the map and in the list. */
export interface VillageRow {
  region: string
  name: string
  people: number
  value: number
  longitude?: number | null
  latitude?: number | null
}

/** The rows of a layer, the largest first: map and list are made from them alone, so they cannot differ. */
export function layerRows(layer: Layer, reach: Reach | undefined, access: readonly AccessRow[] | undefined): VillageRow[] {
  if (layer === '' || layer === 'reach') return []
  const rows =
    layer === 'access'
      ? (access ?? []).map((row) => ({ ...row, value: row.score }))
      : (reach?.regions ?? [])
          .filter((row) => row.level === 'village')
          .map((row) => ({ ...row, value: layer === 'short' ? row.not_reached : row.people }))
          .filter((row) => row.value > 0)
  return rows.sort((a, b) => b.value - a.value)
}

interface Shown {
  layer: ComputedRef<Layer>
  area: ComputedRef<Ring[] | undefined>
  villages: ComputedRef<VillageRow[]>
  question: ComputedRef<{ kind: string; way: string; limit: string }>
  unit: ComputedRef<string>
}

/** How a layer looks on the map, and its lines of the legend. */
export function useLayerLook(shown: Shown): {
  areas: ComputedRef<MapArea[]>
  bubbles: ComputedRef<MapBubble[]>
  density: ComputedRef<Density>
  legend: ComputedRef<LegendLine[]>
} {
  const { t } = useI18n()
  const density = computed<Density>(() =>
    ['people', 'from_60', 'from_80', 'under_three'].includes(shown.layer.value) ? (shown.layer.value as Density) : '',
  )
  const areas = computed<MapArea[]>(() =>
    shown.layer.value === 'reach' && shown.area.value
      ? [{ rings: shown.area.value.map((ring) => ring.points), ink: '--map-reach', strength: 0.34 }]
      : [],
  )
  const bubbles = computed<MapBubble[]>(() => {
    if (shown.layer.value !== 'short' && shown.layer.value !== 'access') return []
    const ink = shown.layer.value === 'short' ? '--map-short' : '--map-people'
    const most = Math.max(0, ...shown.villages.value.map((row) => row.value))
    return shown.villages.value.filter(placed).map((row) => ({
      id: row.region,
      name: `${row.name} ${numberText(Math.round(row.value * 10) / 10)}`,
      longitude: row.longitude,
      latitude: row.latitude,
      radius: bubbleRadius(row.value, most),
      ink,
    }))
  })
  const legend = computed<LegendLine[]>(() => {
    if (density.value)
      return [0, ...k_density_steps].map((from, i) => ({
        text: i
          ? t('planning.of_map.per_km2', { from: numberText(from) })
          : t('planning.of_map.per_km2_less', { to: numberText(k_density_steps[0]) }),
        fill: { ink: '--map-people', strength: densityStrength(from) },
      }))
    if (shown.layer.value === 'reach')
      return [{ text: t('planning.of_map.reach_of', shown.question.value), fill: { ink: '--map-reach', strength: 0.34 } }]
    if (shown.layer.value === 'short') return [{ text: t('planning.of_map.short_of'), bubble: { ink: '--map-short', radius: 9 } }]
    if (shown.layer.value === 'access')
      return [{ text: t('planning.of_map.access_of', { unit: shown.unit.value }), bubble: { ink: '--map-people', radius: 9 } }]
    return []
  })
  return { areas, bubbles, density, legend }
}
