import { beforeEach, expect, it, vi } from 'vitest'
import type { Draft } from './draft'

const kept = new Map<string, unknown>()
vi.mock('../offline/sealed_store', () => ({
  openSealedStore: async () => ({
    put: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
    all: async (prefix: string) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
  }),
}))
const send = vi.fn()
vi.mock('./calls', () => ({ assessments: { send: (form: unknown) => send(form) as unknown } }))
const known = vi.fn()
vi.mock('../shell/session', () => ({ known: () => known() as unknown }))

const draft = (once: string, state: Draft['state'] = 'waiting', account = 'zhang'): Draft =>
  ({
    once,
    account,
    start: { person: { id: '7' }, instruments: [] },
    instrument: 'a',
    day: '2026-11-29',
    occasion: 'first',
    scores: {},
    found: [],
    assessors: ['张一'],
    note: '',
    state,
    changed_at: 1,
  }) as unknown as Draft

async function freshOutbox() {
  vi.resetModules()
  return { ...(await import('./outbox')), ...(await import('../api/problem')) }
}
beforeEach(() => {
  kept.clear()
  send.mockReset()
  known.mockReset().mockResolvedValue({ name: 'zhang' })
})

it('a closed page is opened again with everything that was typed', async () => {
  const before = await freshOutbox()
  await before.keepDraft(draft('one', 'open'))
  const after = await freshOutbox()
  await after.loadOutbox()
  expect(after.outbox.drafts.map((one) => one.once)).toEqual(['one'])
})

it('without a network it waits, and goes once when there is one', async () => {
  const { CallError, keepDraft, outbox, sendWaiting } = await freshOutbox()
  await keepDraft(draft('one'))
  send.mockRejectedValueOnce(new CallError(0, 'network', ''))
  await sendWaiting()
  expect(kept.size).toBe(1)
  send.mockResolvedValue({ id: '1' })
  await Promise.all([sendWaiting(), sendWaiting()])
  expect(send).toHaveBeenCalledTimes(2)
  expect(kept.size).toBe(0)
  expect(outbox.sent.one).toEqual({ id: '1' })
})

it('what the server refuses is open again, with the reason, and never lost', async () => {
  const { CallError, keepDraft, outbox, sendWaiting } = await freshOutbox()
  await keepDraft(draft('one'))
  send.mockRejectedValue(new CallError(422, 'assessments.no_assessor', '请写明姓名'))
  await sendWaiting()
  expect(outbox.drafts[0]?.state).toBe('open')
  expect(outbox.refused.one?.code).toBe('assessments.no_assessor')
  expect(kept.size).toBe(1)
})

it('what another account filled in is not sent under this one', async () => {
  const { keepDraft, sendWaiting } = await freshOutbox()
  await keepDraft(draft('one', 'waiting', 'li'))
  await sendWaiting()
  expect(send).not.toHaveBeenCalled()
  expect(kept.size).toBe(1)
})
