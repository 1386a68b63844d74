import type { RouteLocationRaw } from 'vue-router'
import type { Clause, ClauseUse } from '../api/types'

/** Where a row that carries out a clause can be seen. */
export function useLocation(plan: string, use: ClauseUse): RouteLocationRaw {
  switch (use.kind) {
    case 'indicator':
      return `/plans/${plan}/indicators/${use.key}`
    case 'task':
      return { path: `/plans/${plan}/tasks`, query: { task: use.key } }
    case 'milestone':
      return { path: `/plans/${plan}/tasks`, query: { search: use.name } }
    case 'project':
      return { path: `/plans/${plan}/projects`, query: { search: use.name } }
    case 'policy':
      return { path: `/plans/${plan}/policies`, query: { search: use.name } }
    case 'standard':
      return { path: `/plans/${plan}/standards`, query: { search: use.name } }
    case 'figure':
      return `/plans/${plan}`
    case 'document':
    case 'body':
    case 'service':
      return `/plans/${plan}/arrangement`
  }
}

/** How deep a clause stands: `一` 0, `一(二)` 1, `一(二)3` 2, `附件2-养老-1` 2. */
export function clauseDepth(number: string): number {
  const steps = number
    .replace(/\(/g, '|(')
    .replace(/\)(?=\d)/g, ')|')
    .replace(/-/g, '|')
    .split('|')
    .filter(Boolean)
  return Math.min(3, steps.length - 1)
}

/** The clause that a source names: the same number, or the number before the detail after a space. */
export function clauseOf(source: string, clauses: readonly Clause[]): Clause | undefined {
  return clauses.find((clause) => clause.number === source) ?? clauses.find((clause) => source.startsWith(clause.number + ' '))
}
