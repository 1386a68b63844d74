import { describe, expect, it } from 'vitest'
import type { Field } from '../records/description'
import { ageOn, givenOf, hardshipsOf, hidesNeeds } from './glance'

const field = (name: string): Field => ({ name }) as Field

describe('a person at a glance', () => {
  it('counts years to the birthday', () => {
    expect(ageOn('1940-05-01', '2025-04-30')).toBe(84)
    expect(ageOn('1940-05-01', '2025-05-01')).toBe(85)
    expect(ageOn('****', '2025-05-01')).toBeUndefined()
    expect(ageOn(undefined, '2025-05-01')).toBeUndefined()
  })
  it('names the hardships that are there, not those that are denied or unknown', () => {
    const fields = ['hardship_destitute', 'hardship_lives_alone', 'hardship_merit', 'volunteer'].map(field)
    const row = { id: '1', hardship_destitute: false, hardship_lives_alone: true, volunteer: true }
    expect(hardshipsOf(fields, row as never).map((one) => one.name)).toEqual(['hardship_lives_alone'])
  })
  it('says that needs are hidden where they are masked, never that there are none', () => {
    const masked = { name: 'hardship_disabled', masked: true } as Field
    expect(hidesNeeds([masked], { id: '1', hardship_disabled: '****' } as never)).toBe(true)
    expect(hidesNeeds([masked], { id: '1' } as never)).toBe(false)
    expect(hidesNeeds([field('hardship_disabled')], { id: '1', hardship_disabled: true } as never)).toBe(false)
  })
  it('names what somebody is given', () => {
    const fields = ['family_doctor', 'child_health_vaccinated', 'in_institution'].map(field)
    const row = { id: '1', family_doctor: true, child_health_vaccinated: true, in_institution: true }
    expect(givenOf(fields, row as never).map((one) => one.name)).toEqual(['family_doctor', 'child_health_vaccinated'])
  })
})
