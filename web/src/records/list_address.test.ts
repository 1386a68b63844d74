import { expect, it } from 'vitest'
import { canFilter, filtersIn, firstFilters, namesOfFilters, orderIn, orderText, pagesBefore } from './list_address'
import { someField, someRegister } from './some_register.test_help'

const register = someRegister()

it('an address gives the filters of its register and nothing that the server would refuse', () =>
  expect(
    filtersIn(register, { kind: 'nursery', opened_from: '2020-01-01', search: '红星', elsewhere: 'x', inclusive: '', after: 'abc' }),
  ).toEqual({ kind: 'nursery', opened_from: '2020-01-01', search: '红星' }))
it('a field that the reader may not ask by narrows nothing and orders nothing', () => {
  expect(namesOfFilters(register)).not.toContain('phone')
  expect(filtersIn(register, { phone: '139' })).toEqual({})
  expect(orderIn(register, { sort: 'phone' })).toBeUndefined()
})
it('days and numbers are narrowed from both sides, a choice by its value', () => {
  const names = namesOfFilters(register)
  expect(names).toEqual(expect.arrayContaining(['opened_from', 'opened_to', 'monthly_fee_from', 'monthly_fee_to', 'kind', 'as_of']))
  expect(names).not.toContain('opened')
})
it('an order is written as the server takes it and read back', () => {
  expect(orderIn(register, { sort: '-opened' })).toEqual({ key: 'opened', down: true })
  expect(orderText({ key: 'opened', down: true })).toBe('-opened')
  expect(orderIn(register, { sort: 'nothing' })).toBeUndefined()
})
it('the page begins with place and a few choices', () => expect(firstFilters(register)).toEqual(['region', 'kind', 'inclusive']))
it('numbers of the program are no filters', () => expect(canFilter(someField({ name: 'version', kind: 'whole' }))).toBe(false))
it('pages are walked forward and back, also by the browser', () => {
  expect(pagesBefore([], '', 'a')).toEqual([''])
  expect(pagesBefore([''], 'a', 'b')).toEqual(['', 'a'])
  expect(pagesBefore(['', 'a'], 'b', 'a')).toEqual([''])
  expect(pagesBefore(['', 'a'], 'b', '')).toEqual([])
})
