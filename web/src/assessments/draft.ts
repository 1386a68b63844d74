import type { AssessmentItem, AssessmentStart, Instrument, Occasion, SendAssessment, Signature } from './types'

/** An assessment on this device: being filled in, waiting for the network, or refused by the server. */
export interface Draft {
  /** Also what the sending is called: sent twice it is kept once. */
  once: string
  account: string
  start: AssessmentStart
  instrument: string
  day: string
  occasion: Occasion
  scores: Record<string, number>
  found: string[]
  assessors: string[]
  /** Missing in drafts of an older release. */
  signatures?: Signature[]
  note: string
  state: 'open' | 'waiting'
  changed_at: number
}

export const k_prefix = 'assessment.'
export const keyOf = (draft: Pick<Draft, 'once'>): string => k_prefix + draft.once

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
export function newOnce(bytes = crypto.getRandomValues(new Uint8Array(20))): string {
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}

export function newDraft(start: AssessmentStart, account: string, assessor: string, today: string, instrument?: string): Draft {
  return {
    once: newOnce(),
    account,
    start,
    instrument: instrument ?? start.instruments[0]?.instrument ?? '',
    day: today,
    occasion: start.person.care_grade ? 'regular' : 'first',
    scores: {},
    found: [],
    assessors: [assessor, ''],
    signatures: [],
    note: '',
    state: 'open',
    changed_at: Date.now(),
  }
}

export const instrumentOf = (draft: Draft): Instrument | undefined =>
  draft.start.instruments.find((one) => one.instrument === draft.instrument)

export const itemsOf = (instrument: Instrument): AssessmentItem[] => instrument.dimensions.flatMap((dimension) => dimension.items)

/** The items that have no score yet, in the order of the scale. */
export function unanswered(draft: Draft): AssessmentItem[] {
  const instrument = instrumentOf(draft)
  return instrument ? itemsOf(instrument).filter((item) => draft.scores[item.key] === undefined) : []
}

export const answered = (draft: Draft): number => Object.keys(draft.scores).length

/** The sum so far; the grade is the server's to say. */
export const total = (draft: Draft): number => Object.values(draft.scores).reduce((sum, score) => sum + score, 0)

/** Those of assessors who are still named, and of others who are. */
export function signaturesToSend(draft: Draft): Signature[] {
  const named = new Set(draft.assessors.map((name) => name.trim()).filter(Boolean))
  return (draft.signatures ?? [])
    .map((one) => ({ ...one, name: one.name.trim() }))
    .filter((one) => one.strokes && one.name && (one.signed_as !== 'assessor' || named.has(one.name)))
}

/** How many assessors the scale wants and are not yet named. */
export function assessorsMissing(draft: Draft): number {
  const wanted = instrumentOf(draft)?.assessors?.min ?? 1
  return Math.max(0, wanted - draft.assessors.filter((name) => name.trim()).length)
}

export function requestOf(draft: Draft): SendAssessment {
  return {
    resident: draft.start.person.id,
    instrument: draft.instrument,
    day: draft.day,
    occasion: draft.occasion,
    scores: Object.entries(draft.scores).map(([item, score]) => ({ item, score })),
    found: draft.found,
    assessors: draft.assessors.map((name) => name.trim()).filter(Boolean),
    signatures: signaturesToSend(draft),
    note: draft.note.trim() || undefined,
    once: draft.once,
  }
}

/** What was kept by this program, of whatever release. */
export function isDraft(value: unknown): value is Draft {
  const draft = value as Draft | undefined
  return (
    typeof draft?.once === 'string' && typeof draft.start === 'object' && typeof draft.scores === 'object' && Array.isArray(draft.found)
  )
}
