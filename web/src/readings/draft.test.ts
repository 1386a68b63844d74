import { expect, it } from 'vitest'
import { draftKey, readDraft } from './draft'

const storage = (text: string | null) => ({ getItem: () => text })

it('keeps drafts apart by plan and account', () =>
  expect(new Set([draftKey('a', 'x'), draftKey('b', 'x'), draftKey('a', 'y')]).size).toBe(3))
it('gives back what was typed', () =>
  expect(readDraft('k', storage('{"value":"4.3","source":"月报"}'))).toEqual({ value: '4.3', source: '月报' }))
it.each([null, 'x', '[]', '3'])('takes no foreign thing for a draft: %s', (text) => expect(readDraft('k', storage(text))).toBeUndefined())
