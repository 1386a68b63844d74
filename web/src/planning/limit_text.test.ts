import { expect, test } from 'vitest'
import { typedLimit } from './limit_text'
import { limitOf } from './setting'

test('a limit is taken as people write it', () => {
  expect(typedLimit('20分钟')).toBe('20min')
  expect(typedLimit('３００ 米')).toBe('300m')
  expect(typedLimit('1.5公里')).toBe('1500m')
  expect(typedLimit('15 min')).toBe('15min')
})

test('what is no limit is not taken for one', () => {
  for (const text of ['', '很近', '0分钟', '-5米', '20', '999999m']) expect(typedLimit(text)).toBeUndefined()
})

test('a limit in the address asks for what it says', () => {
  expect(limitOf('300m')).toMatchObject({ metres: 300 })
  expect(limitOf('15min')).toMatchObject({ minutes: 15 })
  expect(limitOf('0min')).toBeUndefined()
  expect(limitOf('soon')).toBeUndefined()
})
