import { sameEntry, type Entries } from './entry'
import type { Field } from './description'

/** What two people made of one field. */
export interface Difference {
  field: Field
  /** Both changed it, and not alike: only a person can say which holds. */
  both: boolean
}

/**
 * Two changes of the same record, field by field. `base` is what the form began with, `mine` what was typed, `theirs`
 * what the server holds now. Fields that read alike now are not listed; a masked field counts only when it was typed.
 */
export function differences(fields: readonly Field[], base: Entries, mine: Entries, theirs: Entries): Difference[] {
  const found: Difference[] = []
  for (const field of fields) {
    const name = field.name
    if (sameEntry(mine[name], theirs[name])) continue
    const i_changed = !sameEntry(mine[name], base[name])
    const they_changed = !sameEntry(theirs[name], base[name])
    found.push({ field, both: i_changed && they_changed })
  }
  return found
}

/** Which side is offered first: a change that only one of the two made stands; where both did, what the person typed. */
export const offered = (field: Field, base: Entries, mine: Entries): 'mine' | 'theirs' =>
  sameEntry(mine[field.name], base[field.name]) ? 'theirs' : 'mine'

/** The entries after the person has chosen for each difference. */
export function merged(mine: Entries, theirs: Entries, chosen: Record<string, 'mine' | 'theirs'>): Entries {
  const result = { ...mine }
  for (const [name, side] of Object.entries(chosen)) if (side === 'theirs') result[name] = theirs[name]
  return result
}
