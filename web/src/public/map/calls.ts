import { addressOf, get, post } from '../../api/client'
import type { Place } from '../../planning/types'
import type { components } from '../../api/schema'

type Schemas = components['schemas']

export type PublicKind = Schemas['public_map_kind']
export interface PublicPlace extends Place {
  capacity: number
  free: number
  address?: string | null
  phone?: string | null
  monthly_fee?: number | null
  inclusive?: boolean | null
}
export type PublicMap = Schemas['public_map']
export type Nearest = Schemas['public_map_nearest']

export const publicMap = {
  map: (region?: string, signal?: AbortSignal) => get<PublicMap>('/api/public/map', { region }, signal),
  /** The point goes in the body: it stands in no address and no log. */
  nearest: (region: string, way: string, longitude: number, latitude: number) =>
    post<Nearest>('/api/public/map/nearest', { region, way, longitude, latitude }),
  tiles: (map: PublicMap) => addressOf('/api/public/map/tiles/{z}/{x}/{y}', { region: map.region ?? undefined, v: map.edition }),
}
