import { expect, test } from 'vitest'
import { askForProof, proof_asked, settleProof } from './prove'

test('two calls that wait for the password share one window and one answer', async () => {
  const first = askForProof()
  const second = askForProof()
  expect(proof_asked.value).toBe(true)
  settleProof(true)
  expect(await Promise.all([first, second])).toEqual([true, true])
  expect(proof_asked.value).toBe(false)
})

test('a window that is closed answers no, and the next call asks anew', async () => {
  const given_up = askForProof()
  settleProof(false)
  expect(await given_up).toBe(false)
  void askForProof()
  expect(proof_asked.value).toBe(true)
  settleProof(false)
})
