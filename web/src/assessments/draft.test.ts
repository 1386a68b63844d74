import { expect, it } from 'vitest'
import { answered, isDraft, newDraft, newOnce, requestOf, total, unanswered } from './draft'
import type { AssessmentStart } from './types'

const item = (key: string, name: string) => ({
  key,
  name,
  options: [
    { score: 0, text: '不能' },
    { score: 4, text: '能' },
  ],
  unverified: false,
})
const start = {
  person: { id: '7', name: '甲某', region: '450203001000', region_name: '某街道' },
  instruments: [
    {
      instrument: 'ability',
      name: '能力',
      document: 'GB/T 42195-2022',
      dimensions: [
        { key: 'self_care', name: '自理', items: [item('eating', '进食'), item('grooming', '修饰')], grades: [] },
        { key: 'movement', name: '运动', items: [item('walking', '平地行走')], grades: [] },
      ],
      grades: [],
      adjustments: [],
      combination: [],
      source: 'GB/T 42195-2022',
      unverified: false,
    },
  ],
} as unknown as AssessmentStart

it('what has no score yet is named in the order of the scale; a score of nought is a score', () => {
  const draft = newDraft(start, 'zhang', '张一', '2026-11-29')
  draft.scores.grooming = 0
  expect(unanswered(draft).map((one) => one.name)).toEqual(['进食', '平地行走'])
  expect(answered(draft)).toBe(1)
  expect(total(draft)).toBe(0)
})

it('whoever has no grade yet is assessed for the first time', () => {
  expect(newDraft(start, 'a', 'b', '2026-11-29').occasion).toBe('first')
  const known = { ...start, person: { ...start.person, care_grade: 'mild' as const } }
  expect(newDraft(known, 'a', 'b', '2026-11-29').occasion).toBe('regular')
})

it('what is sent names everybody who came and nobody who did not', () => {
  const draft = { ...newDraft(start, 'zhang', '张一', '2026-11-29'), scores: { eating: 4 }, assessors: ['张一 ', ''], note: '  ' }
  expect(requestOf(draft)).toMatchObject({ resident: '7', scores: [{ item: 'eating', score: 4 }], assessors: ['张一'], once: draft.once })
  expect(requestOf(draft).note).toBeUndefined()
})

it('two assessments never have one name', () => {
  const names = new Set(Array.from({ length: 1000 }, () => newOnce()))
  expect(names.size).toBe(1000)
  expect([...names].every((name) => name.length === 20)).toBe(true)
})

it('what another program left under the same keys is no draft', () => {
  expect(isDraft({ once: 'x' })).toBe(false)
  expect(isDraft(undefined)).toBe(false)
  expect(isDraft(newDraft(start, 'a', 'b', '2026-11-29'))).toBe(true)
})
