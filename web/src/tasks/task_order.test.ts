import { expect, it } from 'vitest'
import type { TaskState } from '../api/types'
import { datesOf, worstFirst } from './task_order'

const task = (state: TaskState, ...due: string[]) => ({ state, due, milestones: [] })

it('puts the longest past first and what has no date last', () =>
  expect(
    worstFirst([
      task('no_date'),
      task('overdue', '2025-12-31'),
      task('open', '2027-01-01'),
      task('overdue', '2023-12-31'),
      task('due_soon', '2026-12-01'),
    ]).map((row) => row.due[0] ?? row.state),
  ).toEqual(['2023-12-31', '2025-12-31', '2026-12-01', '2027-01-01', 'no_date']))
it('a task without a date of its own is due with its last milestone', () =>
  expect(datesOf({ due: [], milestones: [{ due: '2024-06-30' }, { due: '2025-06-30' }, {}] as never })).toEqual(['2025-06-30']))
