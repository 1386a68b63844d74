import { describe, expect, it } from 'vitest'
import type { Lever, LeverRow } from './types'
import { changed, emptyDraft, isChanged, numberIn, scaleOf, valueIn, variantOf, withRule, written } from './variants'

const row = (key: string, value: string, number: string, unit: string): LeverRow => ({
  key,
  label: key,
  value,
  number: Number(number),
  unit,
})
const lever = {
  key: 'allowance',
  name: '津贴',
  layer: 'national',
  source: '第4项',
  document: '',
  from: '2021-01-01',
  kind: 'number',
  table: true,
  example: true,
  rows: [row('80..89', '50元', '50', '元'), row('90..', '100元', '100', '元')],
  totals: ['allowance_total'],
} as unknown as Lever

describe('a draft', () => {
  it('sends the whole table when one row is changed', () => {
    const draft = changed(emptyDraft('改法一'), lever, 0, '80元')
    expect(variantOf(draft, [lever])).toEqual({
      name: '改法一',
      parameters: [
        {
          key: 'allowance',
          rows: [
            { key: '80..89', value: '80元' },
            { key: '90..', value: '100元' },
          ],
        },
      ],
      rules: [],
    })
  })
  it('is no change once the value is the plan’s own again', () => {
    const draft = changed(changed(emptyDraft(''), lever, 0, '80元'), lever, 0, '50元')
    expect(isChanged(draft)).toBe(false)
    expect(valueIn(draft, lever, 0)).toBe('50元')
  })
  it('keeps a rule only where it differs', () => {
    expect(withRule(emptyDraft(''), 'age', 'a + 1', 'a').rules).toEqual({ age: 'a + 1' })
    expect(withRule(emptyDraft(''), 'age', ' a ', 'a').rules).toEqual({})
  })
})

describe('a number and its unit', () => {
  it('come apart and together as the plan writes them', () => {
    expect(numberIn(row('', '2,250万元', '2250', '万元'), '2,250万元')).toBe('2250')
    expect(written(row('', '35 m²', '35', 'm²'), '40')).toBe('40 m²')
    expect(written(row('', '50元', '50', '元'), '80')).toBe('80元')
    expect(written(row('', '12', '12', ''), '13')).toBe('13')
  })
})

describe('a slider', () => {
  it('reaches twice the value in steps that people would choose', () => {
    expect(scaleOf(row('', '50元', '50', '元'))).toEqual({ least: 0, greatest: 100, step: 1 })
    expect(scaleOf(row('', '1200元', '1200', '元'))).toEqual({ least: 0, greatest: 3000, step: 100 })
    expect(scaleOf(row('', '-20%', '-20', '%'))).toEqual({ least: -40, greatest: 0 + 40, step: 1 })
    expect(scaleOf(row('', '0%', '0', '%'))).toEqual({ least: -100, greatest: 100, step: 1 })
  })
})
