import { describe, expect, it } from 'vitest'
import { isAsked, valuesOf } from './form_fields'
import type { FormField } from './types'

const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  zh: key,
  en: key,
  group: 'main',
  required: true,
  many: false,
  privacy: 'open',
  ...more,
})

describe('the form of a case', () => {
  it('saves what is typed and leaves out what is empty', () => {
    const fields = [field('slots', 'whole'), field('meals', 'yes_no'), field('note', 'long_text')]
    expect(valuesOf(fields, { slots: '60', meals: 'no', note: ' ' }).values).toEqual({ slots: 60, meals: false })
  })
  it('says which entries cannot be read', () => {
    expect(valuesOf([field('slots', 'whole')], { slots: 'many' }).faults).toEqual({ slots: 'whole' })
  })
  it('asks a question only where its rule holds', () => {
    expect([isAsked({}, ''), isAsked({ when_rule: 1 }, '01'), isAsked({ when_rule: 1 }, '0?')]).toEqual([true, true, false])
  })
})
