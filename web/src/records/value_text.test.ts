import { expect, it } from 'vitest'
import { someField } from './some_register.test_help'
import { valueText } from './value_text'

const zh = { language: 'zh', yes: '是', no: '否', comma: '、' }
const kinds = [
  { value: 'a', zh: '甲', en: 'A' },
  { value: 'b', zh: '乙', en: 'B' },
]

it('a value reads as the office writes it', () => {
  const rows: [Parameters<typeof someField>[0], unknown, string][] = [
    [{ kind: 'money' }, 123450, '¥1,234.50'],
    [{ kind: 'whole' }, 0, '0'],
    [{ kind: 'whole' }, 12000, '12,000'],
    [{ kind: 'yes_no' }, false, '否'],
    [{ kind: 'yes_no' }, undefined, ''],
    [{ kind: 'period' }, '2026-Q3', '2026年第三季度'],
    [{ kind: 'choice', choices: kinds }, 'b', '乙'],
    [{ kind: 'choice', choices: kinds, many: true }, ['a', 'b'], '甲、乙'],
    [{ kind: 'choice', choices: kinds }, 'gone', 'gone'],
  ]
  for (const [about, value, text] of rows) expect(valueText(someField(about), value, {}, zh)).toBe(text)
})
it('a place and a reference stand by name, and by number only where no name came', () => {
  const names = { region: { '650203001001': '红星社区' }, institution: { '7': '红星养老院' } }
  expect(valueText(someField({ name: 'region', kind: 'region' }), '650203001001', names, zh)).toBe('红星社区')
  expect(valueText(someField({ name: 'home', kind: 'reference', references: 'institution' }), '7', names, zh)).toBe('红星养老院')
  expect(valueText(someField({ name: 'home', kind: 'reference', references: 'institution' }), '8', names, zh)).toBe('8')
})
it('a masked value is shown as it came, whatever its kind', () => {
  for (const kind of ['money', 'yes_no', 'day', 'choice', 'whole', 'region'] as const)
    expect(valueText(someField({ kind, masked: true }), '****', {}, zh)).toBe('****')
})
