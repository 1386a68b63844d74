// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useChanges } from './changes'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 1
  constructor() {
    super()
    Source.all.push(this)
  }
  close(): void {
    this.readyState = Source.CLOSED
  }
  say(kind: string, about: object): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(about) }))
  }
}
let hidden = false
let scopes: EffectScope[] = []
const open = (): Source[] => Source.all.filter((one) => one.readyState !== Source.CLOSED)
function listening(then: (about: object) => void, kinds: Parameters<typeof useChanges>[0] = ['readings_changed']): EffectScope {
  const scope = effectScope()
  scope.run(() => useChanges(kinds, then))
  scopes.push(scope)
  return scope
}
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
})
afterEach(() => {
  for (const scope of scopes) scope.stop()
  scopes = []
  hidden = false
  Source.all = []
  vi.useRealTimers()
})

it('all who listen share one connection, and the last one to go closes it', () => {
  const [first, second] = [vi.fn(), vi.fn()]
  const one = listening(first)
  const other = listening(second, ['plans_changed'])
  expect(open()).toHaveLength(1)
  open()[0].say('readings_changed', { plan: 'karamay' })
  expect(first).toHaveBeenCalledWith({ plan: 'karamay' })
  expect(second).not.toHaveBeenCalled()
  one.stop()
  expect(open()).toHaveLength(1)
  other.stop()
  expect(open()).toHaveLength(0)
})
it('a page in the background lets its connection go, and looks again when it is seen', () => {
  const then = vi.fn()
  listening(then)
  hidden = true
  document.dispatchEvent(new Event('visibilitychange'))
  expect(open()).toHaveLength(0)
  hidden = false
  document.dispatchEvent(new Event('visibilitychange'))
  expect(open()).toHaveLength(1)
  expect(then).toHaveBeenCalledWith({})
})
it('a connection that the server refused is made again after a while, and what was missed is looked at', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}'))
  const then = vi.fn()
  listening(then)
  open()[0].close()
  Source.all[0].dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(6000)
  expect(open()).toHaveLength(1)
  expect(then).toHaveBeenCalledWith({})
})
it('who is no longer signed in is not asked for again and again', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"code":"accounts.signed_out"}', { status: 401 }))
  listening(vi.fn())
  open()[0].close()
  Source.all[0].dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Source.all).toHaveLength(1)
})
