import { plans, regions } from '../api/calls'
import type { IndicatorState, PlanHead } from '../api/types'
import { cases } from '../cases/calls'
import { records } from '../records/calls'
import { titleIn, type Register } from '../records/description'
import { i18n } from '../shell/i18n'
import { menuFor } from '../shell/menu'
import { inLanguage, nameOf, titleOf } from '../shell/named'
import { may, session } from '../shell/session'
import { fittingText, placeAndRest, type Found } from './found'

const t = (key: string): string => i18n.global.t(key)
/** The registers whose records are found by name. */
const k_named = ['institution', 'resident'] as const
const k_rows = 5

/** What is known once and searched in the browser; whatever could not be read is missing, and `partial` says so. */
export interface Known {
  all: Found[]
  indicators: IndicatorState[]
  registers: Register[]
  partial: boolean
}

export const pagesOf = (plan: string): Found[] =>
  menuFor(plan, may).flatMap((group) =>
    group.entries.map((entry) => ({
      kind: 'page' as const,
      text: t(`nav.${entry.word}`),
      under: t(`nav.of.${group.key}`),
      to: entry.path,
    })),
  )

export async function readKnown(head: PlanHead | undefined): Promise<Known> {
  let partial = false
  const orNone = async <Row>(rows: Promise<Row[]>): Promise<Row[]> =>
    rows.catch(() => {
      partial = true
      return []
    })
  const reads = may('plan_read')
  const plan = head?.plan
  const [heads, indicators, tasks, projects, registers, own, waiting] = await Promise.all([
    reads ? orNone(plans.list().then((list) => list.rows)) : [],
    reads && plan ? orNone(plans.indicators(plan).then((list) => list.rows)) : [],
    reads && plan ? orNone(plans.tasks(plan).then((list) => list.rows)) : [],
    reads && plan ? orNone(plans.projects(plan).then((list) => list.rows)) : [],
    orNone(records.registers().then((list) => list.records)),
    orNone(cases.own().then((list) => list.rows)),
    orNone(cases.tasks({}).then((list) => list.rows)),
  ])
  const name = head && inLanguage(head.region_name, undefined)
  const all: Found[] = [
    ...pagesOf(plan ?? ''),
    ...indicators.map((row) => ({
      kind: 'indicator' as const,
      text: nameOf(row),
      under: name,
      to: `/plans/${plan}/indicators/${row.key}`,
      also: [row.name, row.name_en, row.key, ...row.lead],
    })),
    ...tasks.map((row) => ({
      kind: 'task' as const,
      text: `${row.number} ${titleOf(row)}`,
      under: row.lead.join(t('word.comma')),
      to: `/plans/${plan}/tasks?task=${encodeURIComponent(row.number)}`,
      also: [`${t('nav.tasks')} ${row.number}`, row.title],
    })),
    ...projects.map((row) => ({
      kind: 'project' as const,
      text: row.name,
      under: row.region_name,
      to: `/plans/${plan}/projects?search=${encodeURIComponent(row.name)}`,
    })),
    ...heads.map((row) => ({
      kind: 'plan' as const,
      text: titleOf(row),
      under: row.region_name,
      to: `/plans/${row.plan}`,
      also: [row.title, row.plan, row.document],
    })),
    ...[...waiting, ...own].map((row) => ({
      kind: 'case' as const,
      text: [inLanguage(row.zh, row.en), row.number].filter(Boolean).join(' '),
      under: row.region_name,
      to: `/cases/${row.id}`,
    })),
    ...registers.map((row) => ({
      kind: 'register' as const,
      text: inLanguage(row.zh, row.en),
      to: `/records/${row.record}`,
      also: [row.zh, row.en],
    })),
  ]
  return { all, indicators, registers, partial }
}

/** What the server is asked for: places by name, records by title, and an indicator of a place. Fails as a whole only when everything did. */
export async function ask(text: string, known: Known, head: PlanHead | undefined): Promise<{ rows: Found[]; partial: boolean }> {
  const within = head?.region ?? session.me?.region
  const asked: Promise<Found[]>[] = [
    placesNamed(text, head, within),
    ...placeAndRest(text).map((parts) => indicatorsOfPlace(parts, known, head, within)),
    ...known.registers
      .filter((register) => register.searchable && (k_named as readonly string[]).includes(register.record))
      .map((register) => recordsNamed(text, register)),
  ]
  const answers = await Promise.allSettled(asked)
  return {
    rows: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
    partial: answers.some((answer) => answer.status === 'rejected'),
  }
}

/** The places of one's own region first; in the plan's own region a place leads to how it stands there. */
async function placesNamed(text: string, head: PlanHead | undefined, within: string | undefined): Promise<Found[]> {
  const [near, all] = await Promise.all([
    within ? regions.search(text, within, k_rows).then(({ rows }) => rows) : [],
    regions.search(text, undefined, k_rows),
  ])
  const known = new Set(near.map((row) => row.code))
  const found = (row: (typeof near)[number], to: string): Found => ({
    kind: 'region',
    text: row.name,
    under: row.path_text ?? row.code,
    to,
  })
  return [
    ...near.map((row) => found(row, head ? `/plans/${head.plan}/indicators?region=${row.code}` : `/regions/${row.code}`)),
    ...all.rows.filter((row) => !known.has(row.code)).map((row) => found(row, `/regions/${row.code}`)),
  ]
}

async function indicatorsOfPlace(
  parts: { place: string; rest: string },
  known: Known,
  head: PlanHead | undefined,
  within: string | undefined,
): Promise<Found[]> {
  if (!head) return []
  const fitting = fittingText(
    known.all.filter((one) => one.kind === 'indicator'),
    parts.rest,
  ).slice(0, k_rows)
  if (fitting.length === 0) return []
  const place = (await regions.search(parts.place, within, 1)).rows[0]
  return place ? fitting.map((one) => ({ ...one, under: place.name, to: `${one.to}?region=${place.code}` })) : []
}

async function recordsNamed(text: string, register: Register): Promise<Found[]> {
  const answer = await records.list(register.path, { search: text, rows: String(k_rows) })
  return answer.rows.map((row) => ({
    kind: register.record as (typeof k_named)[number],
    text: titleIn(register, row),
    under: typeof row.region === 'string' ? (answer.names?.region?.[row.region] ?? row.region) : undefined,
    to: `/records/${register.record}/${row.id}`,
  }))
}
