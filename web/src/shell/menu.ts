import type { Power } from '../api/types'

/** One way in: where it leads, its word under `nav.`, and the powers of which one is enough to use it. */
export interface Entry {
  path: string
  word: string
  any_of?: readonly Power[]
  all_of?: readonly Power[]
  /** Other pages begin with the same address: only this very one is the entry's. */
  alone?: boolean
}
export interface EntryGroup {
  key: string
  entries: Entry[]
}

/** What lies under /plans/{plan}, in the order of the plan's own work. */
const k_of_plan: readonly Entry[] = [
  { path: '', word: 'overview', alone: true },
  { path: '/indicators', word: 'indicators' },
  { path: '/matrix', word: 'matrix' },
  { path: '/tasks', word: 'tasks' },
  { path: '/projects', word: 'projects' },
  { path: '/readings', word: 'readings' },
  { path: '/policies', word: 'policies' },
  { path: '/standards', word: 'standards' },
  { path: '/clauses', word: 'clauses' },
  { path: '/evaluations', word: 'evaluations' },
  { path: '/arrangement', word: 'arrangement' },
]

/** The whole menu by what people do; `plan` is the plan one works in, empty where none is chosen. */
export function wholeMenu(plan: string): EntryGroup[] {
  const within = (entries: readonly Entry[]): Entry[] =>
    plan
      ? entries.map((entry) => ({ ...entry, path: `/plans/${plan}${entry.path}`, all_of: [...(entry.all_of ?? []), 'plan_read' as const] }))
      : []
  return [
    {
      key: 'work',
      entries: [
        { path: '/work', word: 'work' },
        { path: '/inbox', word: 'inbox' },
        { path: '/cases', word: 'cases' },
        { path: '/assess', word: 'assess', all_of: ['people_write', 'people_unmask'] },
      ],
    },
    { key: 'plan', entries: within(k_of_plan) },
    {
      key: 'people',
      entries: [
        { path: '/records', word: 'records' },
        { path: '/feeds', word: 'feeds', all_of: ['people_read'] },
        { path: '/addresses', word: 'addresses', all_of: ['people_read'] },
        ...within([{ path: '/entitled', word: 'entitled', any_of: ['people_read', 'places_read'] }]),
        { path: '/prices', word: 'prices', all_of: ['places_read'] },
        { path: '/draws', word: 'draws', all_of: ['places_read'] },
      ],
    },
    {
      key: 'money',
      entries: [
        { path: '/budgets', word: 'budgets', all_of: ['funds_read'] },
        { path: '/subsidies', word: 'subsidies', all_of: ['funds_read'] },
      ],
    },
    {
      key: 'ahead',
      entries: [{ path: '/planning', word: 'planning', all_of: ['projects_read'] }, ...within([{ path: '/what-if', word: 'what-if' }])],
    },
    {
      key: 'administration',
      entries: [
        { path: '/plans', word: 'plans', all_of: ['plan_read'], alone: true },
        { path: '/regions', word: 'regions' },
        { path: '/accounts', word: 'accounts', all_of: ['accounts_manage'] },
        { path: '/jobs', word: 'jobs' },
        { path: '/webhooks', word: 'webhooks', all_of: ['accounts_manage'] },
        { path: '/journal', word: 'journal', all_of: ['journal_read'] },
      ],
    },
  ]
}

/** The menu of an account: what it may never open is not offered, and a group of nothing is none. */
export function menuFor(plan: string, may: (power: Power) => boolean): EntryGroup[] {
  const offered = (entry: Entry): boolean => (entry.all_of ?? []).every(may) && (!entry.any_of || entry.any_of.some(may))
  return wholeMenu(plan)
    .map((group) => ({ ...group, entries: group.entries.filter(offered) }))
    .filter((group) => group.entries.length > 0)
}

/** Whether the page at `path` belongs to this entry. */
export const isHere = (entry: Pick<Entry, 'path' | 'alone'>, path: string): boolean =>
  path === entry.path || (!entry.alone && path.startsWith(entry.path + '/'))

const k_store_key = 'laoyou.menu'

/** Which groups the reader closed in this browser. */
export function closedGroups(storage: Pick<Storage, 'getItem'>): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(k_store_key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : []
  } catch {
    return [] // storage is forbidden or holds something foreign: everything is open
  }
}
export function keepClosed(storage: Pick<Storage, 'setItem'>, keys: readonly string[]): void {
  try {
    storage.setItem(k_store_key, JSON.stringify(keys))
  } catch {
    // the menu is open again after a reload, nothing else
  }
}
