import { i18n } from '../shell/i18n'
import { toNumber, typedNumber } from '../look/number'
import type { GivenPoints, OwnReport, PlaceDetail } from './calls'

/** What is typed on the page of a place, by criterion and by task. */
export interface PlaceForm {
  summary: string
  own: Record<string, string>
  words: Record<string, string>
  points: Record<string, string>
  reasons: Record<string, string>
  done: Record<string, string>
  elsewhere: Record<string, boolean>
  task_words: Record<string, string>
}

export const emptyForm = (): PlaceForm => ({
  summary: '',
  own: {},
  words: {},
  points: {},
  reasons: {},
  done: {},
  elsewhere: {},
  task_words: {},
})

const textOf = (value: number | string | undefined): string => (value === undefined ? '' : String(value))

/** The form as the place stands; what was computed is what the review begins with. */
export function formOf(found: PlaceDetail): PlaceForm {
  const form = emptyForm()
  form.summary = found.summary ?? ''
  for (const row of found.criteria) {
    const key = row.criterion.key
    form.own[key] = textOf(row.own_points)
    form.words[key] = row.own_text ?? ''
    form.points[key] = textOf(row.score.points ?? row.score.computed)
    form.reasons[key] = row.score.reason ?? ''
  }
  for (const line of found.tasks) {
    form.done[line.task.key] = line.done_on ?? ''
    form.elsewhere[line.task.key] = line.not_here
    form.task_words[line.task.key] = line.text ?? ''
  }
  return form
}

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined

export function ownReport(form: PlaceForm, found: PlaceDetail): OwnReport {
  return {
    summary: filled(form.summary),
    answers: found.criteria.map(({ criterion: { key } }) => ({
      criterion: key,
      own_points: typedNumber(form.own[key] ?? ''),
      text: filled(form.words[key]),
    })),
    tasks: found.tasks.map(({ task: { key } }) => ({
      key,
      not_here: form.elsewhere[key] === true,
      done_on: form.elsewhere[key] ? undefined : filled(form.done[key]),
      text: filled(form.task_words[key]),
    })),
  }
}

/** Points where nothing was typed are left to what was computed. */
export function givenPoints(form: PlaceForm, found: PlaceDetail): GivenPoints[] {
  return found.criteria.map(({ criterion: { key } }) => ({
    criterion: key,
    points: typedNumber(form.points[key] ?? ''),
    reason: filled(form.reasons[key]),
  }))
}

/** What is wrong, by field: "own slots", "points slots", "done task-4". */
export function wrongFields(form: PlaceForm, found: PlaceDetail): Record<string, string> {
  const wrong: Record<string, string> = {}
  const check = (name: string, text: string, most: number): void => {
    const typed = typedNumber(text)
    if (text.trim() && (typed === undefined || typed < 0 || typed > most))
      wrong[name] = i18n.global.t('evaluation.wrong_points', { n: most })
  }
  for (const { criterion } of found.criteria) {
    const most = toNumber(criterion.points) ?? 0
    if (found.may.fill) check(`own ${criterion.key}`, form.own[criterion.key] ?? '', most)
    if (found.may.review || found.may.answer) check(`points ${criterion.key}`, form.points[criterion.key] ?? '', most)
  }
  for (const { task } of found.tasks)
    if (
      found.may.fill &&
      !form.elsewhere[task.key] &&
      (form.done[task.key] ?? '').trim() &&
      !/^\d{4}-\d{2}-\d{2}$/.test(form.done[task.key]!.trim())
    )
      wrong[`done ${task.key}`] = i18n.global.t('evaluation.wrong_date')
  return wrong
}
