import { describe, expect, it } from 'vitest'
import type { Matrix } from '../api/types'
import { behindRows, fitting, partAt, placesByNeed } from './parts'

const lights = (behind: number, met: number): Matrix['columns'][number]['lights'] => ({
  met,
  near: 0,
  behind,
  not_reported: 0,
  no_target: 0,
})

describe('the parts of the wall', () => {
  it('shows all rows where they fit, else leaves the last line to the number of the others', () => {
    expect(fitting([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: 0 })
    expect(fitting([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2], more: 2 })
  })

  it('puts the place with the most behind first, and of equals the one with fewer met', () => {
    const columns = [
      { region: 'a', name: 'a', lights: lights(1, 5) },
      { region: 'b', name: 'b', lights: lights(3, 5) },
      { region: 'c', name: 'c', lights: lights(1, 2) },
    ]
    expect(placesByNeed({ columns } as Matrix).map((place) => place.region)).toEqual(['b', 'c', 'a'])
  })

  it('lists what is behind for the whole place, not for one below', () => {
    const row = (key: string, whole: string, cell: string): unknown => ({ key, whole: { light: whole }, cells: [{ light: cell }] })
    expect(behindRows({ rows: [row('x', 'behind', 'met'), row('y', 'met', 'behind')] } as Matrix).map((one) => one.key)).toEqual(['x'])
  })

  it('goes through its parts in turn and begins again', () => {
    expect([0, 19_999, 20_000, 60_000].map((at) => partAt(at, 3, 20_000))).toEqual([0, 0, 1, 0])
    expect(partAt(5, 0, 20_000)).toBe(0)
  })
})
