import { expect, it } from 'vitest'
import { boundText, measureText } from './comparator'

it.each([
  [{ comparator: '>=', value: 60 }, '≥ 60'],
  [{ comparator: '<=', value: '5' }, '≤ 5'],
  [{ comparator: '=', value: 100 }, '100'],
  [{ comparator: '>=', value: 26000 }, '≥ 26,000'],
  [{ comparator: 'within', value: 2, value_to: 4 }, '2–4'],
  [{ comparator: 'at_least', value: 4.5 }, '≥ 4.5'],
  [{ comparator: 'less', value: 3 }, '< 3'],
  [{ comparator: '>=' }, ''],
  [{ value: 3 }, '3'],
  [{ comparator: 'in', value: '5000..12000' }, '5,000–12,000'],
  [{ comparator: 'in', value: '0.5..1.2' }, '0.5–1.2'],
])('writes the bound %j as "%s"', (bound, text) => expect(boundText(bound)).toBe(text))

it.each([
  ['>= 2000 张', '≥ 2,000 张'],
  ['= 100 %', '100 %'],
  ['<= 5%', '≤ 5%'],
  ['2025年', '2025年'],
])('writes the measure "%s" as "%s"', (text, words) => expect(measureText(text)).toBe(words))
