import { expect, it } from 'vitest'
import { mayReload } from './progress'

const storage = () => {
  const held = new Map<string, string>()
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) }
}

it('reloads once for a page that cannot be fetched, not again and again', () => {
  const held = storage()
  expect(mayReload(1_000_000, held)).toBe(true)
  expect(mayReload(1_030_000, held)).toBe(false)
  expect(mayReload(1_070_000, held)).toBe(true)
})
it('never reloads where nothing can be remembered', () =>
  expect(
    mayReload(1_000_000, {
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {},
    }),
  ).toBe(false))
