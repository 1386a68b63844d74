import type { Task, TaskState } from '../api/types'

/** Worst first: over before soon before running; within a state the earliest date first. */
export const k_task_states: readonly TaskState[] = ['overdue', 'due_soon', 'open', 'no_date']

/** When a task is due: by its own date, else by the last of its milestones. */
export function datesOf(task: Pick<Task, 'due' | 'milestones'>): string[] {
  if (task.due.length) return task.due
  return task.milestones
    .flatMap((stone) => stone.due ?? [])
    .sort()
    .slice(-1)
}

export function worstFirst<Row extends Pick<Task, 'state' | 'due' | 'milestones'>>(tasks: readonly Row[]): Row[] {
  const first = (task: Row): string => [...datesOf(task)].sort()[0] ?? '9999'
  return [...tasks].sort(
    (a, b) => k_task_states.indexOf(a.state) - k_task_states.indexOf(b.state) || (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0),
  )
}
