import { expect, it } from 'vitest'
import type { JournalEntry, JournalField } from '../api/types'
import { changeText, sentenceOf } from './sentence'

const field = (name: string, label: string, rest: Partial<JournalField> = {}): JournalField => ({
  field: name,
  label,
  label_en: name,
  unit: '',
  masked: false,
  ...rest,
})
const entry = (rest: Partial<JournalEntry>): JournalEntry => ({
  sequence: 1,
  at: '2026-11-29T03:00:00Z',
  account_name: 'liuzhou',
  account_display_name: '柳州主管',
  door: 'web',
  action: 'remove',
  record: 'reading',
  record_label: '填报值',
  record_label_en: 'Reported value',
  record_id: '1',
  region: '450204000000',
  region_name: '柳南区',
  subject: '养老床位总数',
  subject_en: '',
  period: '2026-H1',
  fields: [],
  ...rest,
})
const words = { nobody: '系统', changed: '已改动', colon: '：', period: (code: string) => code.replace('-H1', '年上半年') }

it('an entry is one sentence with names, the period in words and the value with its unit', () =>
  expect(
    sentenceOf(
      entry({ fields: [field('value', '数值', { before: '2,100', unit: '张' }), field('source', '来源', { before: '民政月报' })] }),
      'zh',
      words,
    ),
  ).toEqual({ who: '柳州主管', about: ['柳南区', '养老床位总数', '2026年上半年'], changes: ['2,100 张'], source: '民政月报' }))
it('a correction says before and after in the units of the screen', () =>
  expect(changeText(field('value', '数值', { before: '2,100', after: '2,150', unit: '张' }), 'zh', '已改动')).toBe('2,100 → 2,150 张'))
it('what is sealed is only said to have changed', () =>
  expect(
    sentenceOf(entry({ action: 'update', record: 'account', fields: [field('phone', '手机', { masked: true })] }), 'zh', words).changes,
  ).toEqual(['手机：已改动']))
it('what the program did by itself has no person', () =>
  expect(sentenceOf(entry({ account_name: '', account_display_name: '' }), 'zh', words).who).toBe('系统'))
