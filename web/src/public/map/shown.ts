import type { Nearest, PublicPlace } from './calls'

export interface Asked {
  kind: string
  group: string
  free: boolean
  inclusive: boolean
  text: string
}
export interface ShownPlace extends PublicPlace {
  minutes?: number
  metres?: number
}

/** What list and map show: those that were asked for, the nearest first where the way is known, else those with something free first. */
export function shownPlaces(
  places: readonly PublicPlace[],
  asked: Asked,
  groups: ReadonlyMap<string, string>,
  nearest?: Nearest,
): ShownPlace[] {
  const way = new Map(nearest?.rows.map((row) => [row.id, row]))
  const text = asked.text.trim().toLowerCase()
  return places
    .filter(
      (place) =>
        (!asked.kind || place.kind === asked.kind) &&
        (!asked.group || groups.get(place.kind) === asked.group) &&
        (!asked.free || place.free > 0) &&
        (!asked.inclusive || place.inclusive === true) &&
        (!text || [place.name, place.address ?? '', place.region_name].some((one) => one.toLowerCase().includes(text))),
    )
    .map((place) => ({ ...place, minutes: way.get(place.id)?.minutes, metres: way.get(place.id)?.metres ?? undefined }))
    .sort((a, b) => (a.minutes ?? 1e9) - (b.minutes ?? 1e9) || b.free - a.free || a.id.localeCompare(b.id) || 0)
}
