import { expect, it } from 'vitest'
import { CallError } from './problem'
import { mayAskAgain } from './query_client'

it('only a server that is away is asked again, and not for ever', () => {
  expect(mayAskAgain(0, new TypeError('failed to fetch'))).toBe(true)
  expect(mayAskAgain(1, new CallError(503, 'store.busy', ''))).toBe(true)
  expect(mayAskAgain(2, new CallError(503, 'store.busy', ''))).toBe(false)
})
it('a refusal is an answer and is not asked for twice', () => {
  for (const status of [400, 401, 403, 404, 409, 422, 429, 500]) expect(mayAskAgain(0, new CallError(status, 'x', ''))).toBe(false)
})
