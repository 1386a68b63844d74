import { matches } from '../look/filter'

export const k_kinds = ['page', 'indicator', 'task', 'project', 'plan', 'region', 'institution', 'resident', 'case', 'register'] as const
export type Kind = (typeof k_kinds)[number]

/** One thing that can be opened: what it is called, what stands under its name, further words it is found by. */
export interface Found {
  kind: Kind
  text: string
  under?: string
  to: string
  also?: readonly (string | undefined)[]
}

const k_of_kind = 5

/** How well a name fits: 0 is the name itself, then its beginning, then anywhere in it, then only in what stands beside it. */
function distance(found: Found, text: string): number {
  const [name, asked] = [found.text.toLowerCase(), text.trim().toLowerCase()]
  if (name === asked || found.also?.some((word) => word?.toLowerCase() === asked)) return 0
  return name.startsWith(asked) ? 1 : name.includes(asked) ? 2 : 3
}

/** Those of the known things that fit, the best first. */
export const fittingText = (all: readonly Found[], text: string): Found[] =>
  all
    .filter((one) =>
      matches(
        text,
        one.text,
        one.under,
        one.also?.filter((word): word is string => !!word),
      ),
    )
    .map((one) => ({ one, far: distance(one, text) }))
    .sort((a, b) => a.far - b.far)
    .map(({ one }) => one)

/** At most a handful of each kind, the kinds in their order; the same address stands once. */
export function byKind(all: readonly Found[], most = k_of_kind): { kind: Kind; rows: Found[] }[] {
  const seen = new Set<string>()
  const once = all.filter((one) => !seen.has(one.to) && seen.add(one.to))
  return k_kinds
    .map((kind) => ({ kind, rows: once.filter((one) => one.kind === kind).slice(0, most) }))
    .filter((group) => group.rows.length > 0)
}

/** The ways to read a text of several words as a place and what is asked of it: "鱼峰区 托位" is the place 鱼峰区 and 托位. */
export function placeAndRest(text: string): { place: string; rest: string }[] {
  const words = text.trim().split(/\s+/)
  return words.length < 2 ? [] : words.map((place, at) => ({ place, rest: words.filter((_, other) => other !== at).join(' ') }))
}
