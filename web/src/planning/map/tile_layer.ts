import L from 'leaflet'
import { paintTile, type Density } from './tile_paint'

interface Options extends L.GridLayerOptions {
  address: string
  density: Density
  letters: number
  fails?: () => void
}

/** The ground of the map: the server's vector tiles, painted here in the page's own colours. */
export class StreetTiles extends L.GridLayer {
  declare options: Options
  constructor(options: Options) {
    super({ tileSize: 512, zoomOffset: -1, keepBuffer: 1, ...options } as Options)
    this.on('tileunload', ({ tile }: L.TileEvent) => (tile as unknown as Tile).stop?.abort())
  }

  createTile(place: L.Coords, done: L.DoneCallback): HTMLElement {
    const size = this.getTileSize().x
    const ratio = Math.min(3, window.devicePixelRatio || 1)
    const tile = document.createElement('canvas') as Tile
    tile.width = tile.height = Math.round(size * ratio)
    tile.stop = new AbortController()
    const zoom = place.z + ((this.options as { zoomOffset?: number }).zoomOffset ?? 0)
    const address = this.options.address.replace('{z}', String(zoom)).replace('{x}', String(place.x)).replace('{y}', String(place.y))
    void fetch(address, { credentials: 'same-origin', signal: tile.stop.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        const bytes = answer.status === 204 ? new ArrayBuffer(0) : await answer.arrayBuffer()
        const context = tile.getContext('2d')
        if (context) paintTile(context, bytes, { zoom: place.z, size, ratio, density: this.options.density, letters: this.options.letters })
        done(undefined, tile)
      })
      .catch((error: Error) => {
        if (tile.stop?.signal.aborted) return
        this.options.fails?.()
        done(error, tile)
      })
    return tile
  }
}

type Tile = HTMLCanvasElement & { stop?: AbortController }
