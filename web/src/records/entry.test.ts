import { expect, it } from 'vitest'
import { entriesOf, entryOf, readEntries, readEntry } from './entry'
import { someField } from './some_register.test_help'

it('what a row holds and what its input reads back are the same', () => {
  const rows: [Parameters<typeof someField>[0], unknown][] = [
    [{ kind: 'money' }, 123450],
    [{ kind: 'yes_no' }, false],
    [{ kind: 'yes_no' }, true],
    [{ kind: 'whole' }, 0],
    [{ kind: 'decimal' }, 41.5],
    [{ kind: 'day' }, '2026-11-29'],
    [{ kind: 'period' }, '2026-H1'],
    [{ kind: 'instant' }, '2026-11-29T03:00:00.000Z'],
    [{ kind: 'text', many: true }, ['甲', '乙']],
    [{ kind: 'choice' }, 'nursery'],
  ]
  for (const [about, value] of rows) {
    const field = someField(about)
    expect(readEntry(field, entryOf(field, value))).toEqual({ value })
  }
})
it('an input speaks the time of China', () =>
  expect(entryOf(someField({ kind: 'instant' }), '2026-11-29T16:30:00Z')).toBe('2026-11-30T00:30'))
it('yes, no and unknown are three answers', () => {
  const field = someField({ kind: 'yes_no' })
  expect(['yes', 'no', ''].map((entry) => readEntry(field, entry))).toEqual([{ value: true }, { value: false }, { value: null }])
})
it('an empty input is a fault only where the field is required', () => {
  expect(readEntry(someField({ required: true }), ' ')).toEqual({ fault: 'missing' })
  expect(readEntry(someField({}), ' ')).toEqual({ value: null })
})
it('days and periods are taken as people write them', () => {
  expect(readEntry(someField({ kind: 'day' }), '2026年3月5日')).toEqual({ value: '2026-03-05' })
  expect(readEntry(someField({ kind: 'day' }), '2026-03')).toEqual({ fault: 'day' })
  expect(readEntry(someField({ kind: 'period' }), '2026年上半年')).toEqual({ value: '2026-H1' })
})
it('every wrong entry is told at once', () =>
  expect(
    readEntries([someField({ name: 'beds', kind: 'whole' }), someField({ name: 'fee', kind: 'money' })], { beds: '1.5', fee: 'x' }, true)
      .faults,
  ).toEqual({ beds: 'whole', fee: 'money' }))
it('a masked field that nobody typed anew is neither shown nor sent, and a field emptied is sent as empty', () => {
  const fields = [someField({ name: 'id_number', kind: 'id_number', masked: true, required: true }), someField({ name: 'note' })]
  const entries = entriesOf(fields, { id_number: '110105********002X', note: 'a' })
  expect(entries).toEqual({ id_number: '', note: 'a' })
  expect(readEntries(fields, { ...entries, note: '' }, false)).toEqual({ values: { note: null }, faults: {} })
})
it('a record that is made must have its required fields, masked or not', () =>
  expect(readEntries([someField({ name: 'id_number', masked: true, required: true })], { id_number: '' }, true).faults).toEqual({
    id_number: 'missing',
  }))
