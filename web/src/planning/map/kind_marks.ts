import type { PeopleGroup } from '../types'
import type { Mark } from './marks'

// One character for each kind of place, as a reader of Chinese maps expects; the legend says what each stands for.
const k_letters: Record<string, string> = {
  elderly_home: '养',
  dementia_home: '智',
  county_centre: '县',
  street_centre: '街',
  community_station: '站',
  day_care: '日',
  canteen: '餐',
  mutual_aid_point: '互',
  nursery: '托',
  kindergarten_class: '幼',
  family_childcare: '家',
  hospital: '医',
  training_base: '训',
  wellness_base: '康',
  senior_university: '学',
  nursing_room: '母',
}
const k_childcare = new Set(['nursery', 'kindergarten_class', 'family_childcare', 'nursing_room'])
const k_neither = new Set(['hospital', 'training_base'])

/** The mark of a kind of place: discs are for the old, squares for small children, diamonds for both. */
export function markOfKind(kind: string, radius = 10): Mark {
  const letter = k_letters[kind]
  if (k_childcare.has(kind)) return { shape: 'square', ink: '--map-childcare', letter, radius }
  if (k_neither.has(kind)) return { shape: 'diamond', ink: '--map-other', letter, radius }
  return { shape: 'disc', ink: '--map-elderly', letter, radius }
}

/** The density that goes with those for whom a kind of place is. */
export const densityOf = (group: PeopleGroup | undefined): 'people' | 'from_60' | 'from_80' | 'under_three' =>
  group === 'under_three' || group === 'from_80' ? group : group === 'from_60' || group === 'from_65' ? 'from_60' : 'people'
