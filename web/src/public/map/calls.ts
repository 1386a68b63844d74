import { get, post } from '../../api/client'
import { tilesAt, type BodyOf } from '../../api/request'
import type { components } from '../../api/schema'

type Schemas = components['schemas']

export type PublicPlace = Schemas['public_map_place']
export type PublicMap = Schemas['public_map']
export type Nearest = Schemas['public_map_nearest']

export const publicMap = {
  map: (region?: string, signal?: AbortSignal) => get('/api/public/map', { query: { region }, signal }),
  /** The point goes in the body: it stands in no address and no log. */
  nearest: (asked: BodyOf<'post', '/api/public/map/nearest'>) => post('/api/public/map/nearest', { body: asked }),
  tiles: (map: PublicMap) => tilesAt('/api/public/map/tiles/{z}/{x}/{y}', { region: map.region ?? undefined, v: map.edition }),
}
