import { describe, expect, it } from 'vitest'
import type { Benefit } from './types'
import { amountText, byVerdict, neededFor } from './verdicts'

const need = (subject: number, field: string): Benefit['results'][number]['needs'][number] => ({
  subject,
  record: 'resident',
  field,
  zh: field,
  en: field,
  unit: '',
  kind: 'yes_no',
  choices: [],
  decides: 1,
})
const row = (number: string, verdict: Benefit['verdict'], needs: ReturnType<typeof need>[] = []): Benefit =>
  ({ number, verdict, results: [{ subject: 0, verdict, needs }] }) as unknown as Benefit

describe('benefits', () => {
  it('come by verdict, what holds first and no empty heading', () => {
    const parts = byVerdict([row('1', 'not_entitled'), row('2', 'entitled'), row('3', 'open'), row('4', 'entitled')])
    expect(parts.map((part) => [part.verdict, part.rows.length])).toEqual([
      ['entitled', 2],
      ['open', 1],
      ['not_entitled', 1],
    ])
  })
  it('name each missing fact once', () => {
    expect(neededFor(row('1', 'open', [need(0, 'born'), need(0, 'born'), need(1, 'born')]))).toHaveLength(2)
  })
  it('say amounts as people do', () => {
    expect(amountText('50.00元', '月')).toBe('50元/月')
    expect(amountText('50.50元', undefined)).toBe('50.50元')
    expect(amountText(undefined, '月')).toBe('')
  })
})
