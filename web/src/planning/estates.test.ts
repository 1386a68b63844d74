import { describe, expect, it } from 'vitest'
import { cureOf } from './estates'
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
