import { expect, test } from 'vitest'
import { shareOf, sizeText } from './share'

test('the share of a job is known where its whole is', () => {
  expect(shareOf({ steps_done: 25, steps_whole: 100 })).toBe(0.25)
  expect(shareOf({ steps_done: 120, steps_whole: 100 })).toBe(1)
  expect(shareOf({ steps_done: 5, steps_whole: 0 })).toBeUndefined()
})

test('sizes are read in their unit', () => {
  expect(sizeText(900)).toBe('900 B')
  expect(sizeText(1536)).toBe('1.5 KB')
  expect(sizeText(52 * 1024 * 1024)).toBe('52 MB')
})
