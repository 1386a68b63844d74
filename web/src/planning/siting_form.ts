import { fenOfTenThousands } from './figures'
import type { GivenSite } from './types'

/** Sites as people list them, one a line: name, longitude, latitude, price in 10,000 yuan. The number of the first line that is none, or the sites. */
export function givenSites(text: string): { sites: GivenSite[]; wrong_line?: number } {
  const sites: GivenSite[] = []
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').trim()
    if (!line) continue
    const [name, east, north, price, ...more] = line.split(/\s*[,，\t、]\s*/)
    const [longitude, latitude] = [Number(east || NaN), Number(north || NaN)]
    const price_fen = price ? fenOfTenThousands(price) : undefined
    const is_place = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
    if (!name || !is_place || more.length > 0 || (price && price_fen === undefined)) return { sites, wrong_line: i + 1 }
    sites.push({ name, longitude, latitude, ...(price_fen ? { price_fen } : {}) })
  }
  return { sites }
}

/** A whole number as typed, within bounds; undefined when it is none. */
export function typedCount(text: string, most: number): number | undefined {
  const plain = text.normalize('NFKC').trim()
  const count = /^\d{1,7}$/.test(plain) ? Number(plain) : 0
  return count >= 1 && count <= most ? count : undefined
}
