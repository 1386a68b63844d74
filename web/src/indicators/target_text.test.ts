import { expect, it } from 'vitest'
import { gapWords, targetText, valueText } from './target_text'

it('reads a target with its unit', () => {
  expect(targetText({ period: '2025', comparator: 'at_least', value: 2000, text: '>= 2000' }, '张', 'zh')).toBe('≥ 2,000 张')
  expect(targetText({ period: '2025', comparator: 'within', value: 2, value_to: 4, text: '2..4' }, '个', 'zh')).toBe('2–4 个')
  expect(targetText(undefined, '%', 'zh')).toBe('')
})
it('says units in English where it knows them and leaves no empty end', () => {
  expect(valueText('1505', '张', 'en')).toBe('1,505 beds')
  expect(valueText(25, '个', 'en')).toBe('25')
})
it('gives a numeric gap its sign and leaves words alone', () => {
  expect(gapWords('4.2')).toBe('+4.2')
  expect(gapWords('-554')).toBe('−554')
  expect(gapWords('差一档')).toBe('差一档')
})
