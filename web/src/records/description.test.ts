import { expect, it } from 'vitest'
import { isOfPlace, shownPart, titleIn } from './description'
import { tailsOf } from './list_address'
import { someField, someRegister } from './some_register.test_help'

it('a row of a register without names is called by what it says', () => {
  const beds = someRegister({
    title: undefined,
    fields: [
      someField({ name: 'region', kind: 'region' }),
      someField({ name: 'nursing', zh: '护理型', en: 'Nursing', kind: 'yes_no' }),
      someField({ name: 'family', zh: '家庭床位', en: 'Family bed', kind: 'yes_no' }),
      someField({ name: 'opened', kind: 'day' }),
      someField({ name: 'phone', masked: true }),
    ],
  })
  const bed = { id: '7301234', version: 1, region: '65', nursing: true, family: false, opened: '2024-05-01', phone: '139****0001' }
  expect(titleIn(beds, bed)).toBe('护理型 2024-05-01 1234')
  expect(titleIn(beds, bed, 'en')).toBe('Nursing 2024-05-01 1234')
  expect(titleIn(beds, { id: '7301234', version: 1 })).toBe('7301234')
})
it('rows without names are told apart by what is shown of their masked text', () => {
  const address = someField({ name: 'address', masked: true })
  const household = { id: '7301234', version: 1, address: '团结路1号1****' }
  expect(shownPart(someRegister({ title: undefined, fields: [address] }), household)).toBe('团结路1号1****')
  expect(shownPart(someRegister({ fields: [address] }), household)).toBeUndefined()
  expect(shownPart(someRegister({ title: undefined, fields: [address] }), { id: '7301234', version: 1 })).toBeUndefined()
})
it('a field of a plan belongs to the places within the plan', () => {
  const field = someField({ within: '650200000000' })
  expect(['650203001001', '650200000000', '', '650300000000', '650000000000'].map((place) => isOfPlace(field, place))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(isOfPlace(someField({}), '110000000000')).toBe(true)
})
it('a sealed field is asked by its last four where the server allows it', () => {
  const phone = someField({ name: 'phone', zh: '电话', masked: true, tail: true })
  expect(tailsOf(someRegister({ fields: [phone] })).map((field) => [field.name, field.zh])).toEqual([['phone_tail', '电话末四位']])
  expect(tailsOf(someRegister({ fields: [{ ...phone, filter: false }] }))).toEqual([])
})
