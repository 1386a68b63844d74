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
it('says what a gap means: below a floor is short, below an upper limit is good', () => {
  const words = (kind: string, number: string): string => `${kind} ${number}`
  expect(gapWords('4.2', { comparator: 'at_least' }, words)).toBe('over 4.2')
  expect(gapWords('-554', { comparator: 'at_least' }, words)).toBe('short 554')
  expect(gapWords('-3', { comparator: 'at_most' }, words)).toBe('under_limit 3')
  expect(gapWords('0.5', { comparator: 'at_most' }, words, 2)).toBe('over_limit 0.50')
  expect(gapWords('0', { comparator: 'at_least' }, words)).toBe('even 0')
  expect(gapWords('差一档', undefined, words)).toBe('差一档')
})
