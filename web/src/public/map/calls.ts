import { addressOf, get, post } from '../../api/client'
import type { Place } from '../../planning/types'

export interface PublicKind {
  kind: string
  zh: string
  en: string
  group: string
  unit: 'beds' | 'slots' | 'none'
  places: number
}
export interface PublicPlace extends Place {
  capacity: number
  free: number
  address?: string | null
  phone?: string | null
  monthly_fee?: number | null
  inclusive?: boolean | null
}
export interface PublicMap {
  cities: { region: string; region_name: string }[]
  region?: string | null
  region_name: string
  source: string
  edition: string
  synthetic: boolean
  west: number
  south: number
  east: number
  north: number
  as_of: string
  place_kinds: PublicKind[]
  places: PublicPlace[]
}
export interface Nearest {
  way: string
  on_map: boolean
  within_minutes: number
  rows: { id: string; minutes: number; metres?: number | null }[]
}

export const publicMap = {
  map: (region?: string, signal?: AbortSignal) => get<PublicMap>('/api/public/map', { region }, signal),
  /** The point goes in the body: it stands in no address and no log. */
  nearest: (region: string, way: string, longitude: number, latitude: number) =>
    post<Nearest>('/api/public/map/nearest', { region, way, longitude, latitude }),
  tiles: (map: PublicMap) => addressOf('/api/public/map/tiles/{z}/{x}/{y}', { region: map.region ?? undefined, v: map.edition }),
}
