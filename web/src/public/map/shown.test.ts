import { describe, expect, it } from 'vitest'
import type { PublicPlace } from './calls'
import { shownPlaces } from './shown'

const place = (id: string, kind: string, free: number, more: Partial<PublicPlace> = {}): PublicPlace =>
  ({ id, name: `机构${id}`, kind, region: '', region_name: '天马街道', capacity: 10, free, ...more }) as PublicPlace
const places = [place('1', 'nursery', 0), place('2', 'nursery', 3, { inclusive: true }), place('3', 'elderly_home', 5)]
const groups = new Map([
  ['nursery', 'under_three'],
  ['elderly_home', 'from_60'],
])
const asked = { kind: '', group: '', free: false, inclusive: false, text: '' }
const ids = (more: object, nearest?: Parameters<typeof shownPlaces>[3]) =>
  shownPlaces(places, { ...asked, ...more }, groups, nearest).map((one) => one.id)

describe('shownPlaces', () => {
  it('puts what has something free first while no way is known', () => expect(ids({})).toEqual(['3', '2', '1']))
  it('puts the nearest first once it is', () =>
    expect(
      ids(
        {},
        {
          way: 'walk',
          on_map: true,
          within_minutes: 60,
          rows: [
            { id: '1', minutes: 2 },
            { id: '3', minutes: 9 },
          ],
        },
      ),
    ).toEqual(['1', '3', '2']))
  it('keeps to what was asked for', () => {
    expect(ids({ group: 'under_three' })).toEqual(['2', '1'])
    expect(ids({ kind: 'nursery', free: true })).toEqual(['2'])
    expect(ids({ inclusive: true })).toEqual(['2'])
    expect(ids({ text: '天马' })).toHaveLength(3)
  })
})
