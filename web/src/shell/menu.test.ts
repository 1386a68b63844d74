import { describe, expect, it } from 'vitest'
import type { Power } from '../api/types'
import { closedGroups, isHere, keepClosed, menuFor, wholeMenu } from './menu'

const all = (): boolean => true
const only =
  (...powers: Power[]) =>
  (power: Power): boolean =>
    powers.includes(power)
const paths = (plan: string, may: (power: Power) => boolean): string[] =>
  menuFor(plan, may).flatMap((group) => group.entries.map((entry) => entry.path))

describe('the menu', () => {
  it('names every page once', () => {
    const every = wholeMenu('karamay').flatMap((group) => group.entries.map((entry) => entry.path))
    expect(new Set(every).size).toBe(every.length)
  })

  it('offers nothing of a plan while none is chosen', () => {
    expect(paths('', all).filter((path) => path.startsWith('/plans/'))).toEqual([])
    expect(menuFor('', all).map((group) => group.key)).not.toContain('plan')
  })

  it('offers a home neither plans nor money nor accounts', () => {
    const offered = paths('karamay', only('places_read', 'places_write', 'people_read'))
    expect(offered.slice(0, 4)).toEqual(['/work', '/inbox', '/cases', '/records'])
    expect(offered.filter((path) => /^\/(plans|budgets|subsidies|planning|accounts|journal)/.test(path))).toEqual([])
  })

  it('leaves out a group of which nothing may be opened', () => {
    expect(menuFor('karamay', only('plan_read')).map((group) => group.key)).toEqual(['work', 'plan', 'people', 'ahead', 'administration'])
  })

  it('marks the page one is on, and of a plan only the room', () => {
    expect(isHere({ path: '/plans/karamay', alone: true }, '/plans/karamay/tasks')).toBe(false)
    expect(isHere({ path: '/records' }, '/records/bed/12')).toBe(true)
    expect(isHere({ path: '/records' }, '/recordsome')).toBe(false)
  })

  it('remembers which groups are closed, and takes foreign text for none', () => {
    const kept = new Map<string, string>()
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
    keepClosed(storage, ['money'])
    expect(closedGroups(storage)).toEqual(['money'])
    kept.set('laoyou.menu', '{"a"')
    expect(closedGroups(storage)).toEqual([])
  })
})
