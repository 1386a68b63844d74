import { expect, test } from 'vitest'
import type { Field, Register } from './description'
import { beginMapping, mappingFaults, strangeCodes } from './import_mapping'

const field = (name: string, more: Partial<Field> = {}): Field =>
  ({ name, zh: name, en: name, kind: 'text', required: false, writable: true, ...more }) as Field
const register = {
  fields: [
    field('id', { writable: false }),
    field('version'),
    field('region', { required: true }),
    field('name', { required: true }),
    field('kind'),
  ],
} as Register

test('a mapping begins with what was saved, and with the nearest elsewhere', () => {
  const saved = { header: '院名', field: 'name', day_form: 'as_typed' as const, codes: [{ theirs: '1', ours: '甲' }] }
  const look = {
    rows: 1,
    fits: false,
    columns: [
      { header: '院名', field: 'name', sure: true, samples: [] },
      { header: '类别', field: 'kind', sure: false, samples: [] },
    ],
    mapping: { id: '1', name: '月报', columns: [saved] },
  }
  expect(beginMapping(look)).toEqual([saved, { header: '类别', field: 'kind', day_form: 'as_typed', codes: [] }])
  expect(beginMapping(look)[0]!.codes[0]).not.toBe(saved.codes[0])
})

test('a mapping tells which required fields it misses and which it fills twice', () => {
  const column = (header: string, name: string) => ({ header, field: name, day_form: 'as_typed' as const, codes: [] })
  const faults = mappingFaults([column('a', 'kind'), column('b', 'kind'), column('c', '')], register)
  expect(faults.missing.map((one) => one.name)).toEqual(['name'])
  expect(faults.twice.map((one) => one.name)).toEqual(['kind'])
})

test('codes that are no choice of the field are to be told', () => {
  const kind = field('kind', { kind: 'choice', choices: [{ value: 'home', zh: '养老机构', en: 'Home' }] })
  expect(strangeCodes(kind, ['1', '养老机构', 'home', '2'])).toEqual(['1', '2'])
  expect(strangeCodes(undefined, ['1'])).toEqual([])
})
