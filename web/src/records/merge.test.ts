import { expect, it } from 'vitest'
import { differences, merged, offered } from './merge'
import { someField } from './some_register.test_help'

const fields = ['name', 'phone', 'fee', 'note'].map((name) => someField({ name }))
const base = { name: '红星', phone: '1', fee: '100', note: '' }
const mine = { name: '红星养老院', phone: '1', fee: '120', note: '' }
const theirs = { name: '红星', phone: '2', fee: '130', note: '' }

it('what reads alike is not asked about, and only what both changed is marked as such', () =>
  expect(differences(fields, base, mine, theirs).map(({ field, both }) => [field.name, both])).toEqual([
    ['name', false],
    ['phone', false],
    ['fee', true],
  ]))
it('a change that one of the two made is offered as it is; where both did, what was typed here', () =>
  expect(fields.map((field) => offered(field, base, mine))).toEqual(['mine', 'theirs', 'mine', 'theirs']))
it('what was chosen is what is sent, and nothing typed is lost', () =>
  expect(merged(mine, theirs, { name: 'mine', phone: 'theirs', fee: 'theirs' })).toEqual({
    name: '红星养老院',
    phone: '2',
    fee: '130',
    note: '',
  }))
it('two who made the same change have no difference', () => expect(differences(fields, base, mine, { ...mine })).toEqual([]))
