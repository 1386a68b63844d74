import { describe, expect, it } from 'vitest'
import { cureOf, shortfallValues } from './estates'
import type { EstateRow } from './types'

const row = (more: Partial<EstateRow>): EstateRow =>
  ({ id: '1', name: '', region: '', region_name: '', households: 100, newly_built: true, state: 'met', needs: [], ...more }) as EstateRow

describe('cureOf', () => {
  it('asks for what is missing of each space', () =>
    expect(
      cureOf(
        row({
          needs: [
            { space: 'elderly', missing_m2: 80 },
            { space: 'childcare', missing_m2: 0 },
          ],
        }),
      ),
    ).toEqual([{ what: 'area', space: 'elderly', m2: 80 }]))
  it('asks for a step only of new estates, and only where it is known to be missing', () => {
    expect(cureOf(row({ built_together: false, planned_together: undefined }))).toEqual([{ what: 'step', step: 'built_together' }])
    expect(cureOf(row({ built_together: false, newly_built: false }))).toEqual([])
  })
})

describe('shortfallValues', () => {
  it('fills the case of notice with what is known, areas rounded up', () =>
    expect(
      shortfallValues(
        row({ name: '河东小区', needs: [{ space: 'elderly', missing_m2: 80.2 }], built_together: false } as Partial<EstateRow>),
        {
          steps: () => '同步建设',
          ground: '每百户 20 平方米',
        },
      ),
    ).toEqual({
      estate: '1',
      estate_name: '河东小区',
      households: 100,
      missing_elderly: 81,
      missing_childcare: 0,
      missing_steps: '同步建设',
      ground: '每百户 20 平方米',
    }))
})
