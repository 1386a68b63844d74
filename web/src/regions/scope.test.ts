import { describe, expect, it } from 'vitest'
import { inScope, prefixOf, stepsWithin, wholeCode } from './scope'

describe('prefixOf', () => {
  it.each([
    ['000000000000', ''],
    ['650000000000', '65'],
    ['650200000000', '6502'],
    ['650203000000', '650203'],
    ['650203001000', '650203001'],
    ['650203001002', '650203001002'],
  ])('the subtree of %s shares "%s"', (code, prefix) => expect(prefixOf(code)).toBe(prefix))
})

describe('inScope', () => {
  it('a county holds its streets and not its neighbour', () => {
    expect(inScope('650203001000', '650203000000')).toBe(true)
    expect(inScope('650204001000', '650203000000')).toBe(false)
  })
  it('a scope never widens to the region above', () => expect(inScope('650200000000', '650203000000')).toBe(false))
})

it('steps above the scope are left out of a path', () => {
  const path = [
    { code: '650000000000', name: '新疆', level: 'province' as const },
    { code: '650200000000', name: '克拉玛依市', level: 'city' as const },
    { code: '650203000000', name: '克拉玛依区', level: 'county' as const },
  ]
  expect(stepsWithin(path, '650200000000', '000000000000').map((step) => step.name)).toEqual(['克拉玛依市', '克拉玛依区'])
})
it.each([
  ['450200', '450200000000'],
  ['45', '450000000000'],
  ['450203001', '450203001000'],
  ['450200000000', '450200000000'],
  ['柳州', '柳州'],
])('a code written short is completed: %s is %s', (short, whole) => expect(wholeCode(short)).toBe(whole))
