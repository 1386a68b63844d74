import type { JournalEntry, JournalField } from '../api/types'

type Language = 'zh' | 'en'

const inOf = (language: Language, zh: string | undefined, en: string | undefined): string => (language === 'en' && en) || (zh ?? '')

export const labelOf = (field: JournalField, language: Language): string => inOf(language, field.label, field.label_en)
export const beforeOf = (field: JournalField, language: Language): string => inOf(language, field.before, field.before_en)
export const afterOf = (field: JournalField, language: Language): string => inOf(language, field.after, field.after_en)

/** What a field was and is, with its unit: "2,100 → 2,150 张". A field whose text is sealed says only that it changed. */
export function changeText(field: JournalField, language: Language, changed: string): string {
  const [before, after] = [beforeOf(field, language), afterOf(field, language)]
  const unit = field.unit ? ` ${field.unit}` : ''
  if (!before && !after) return field.masked ? changed : ''
  return [before, after].filter(Boolean).join(' → ') + unit
}

/** What the sentence says by itself, so that it is not said again behind it. */
const k_said = new Set([
  'value',
  'source',
  'indicator',
  'region',
  'period',
  'plan',
  'id',
  'reported_at',
  'reported_by',
  'reporter',
  'synthetic',
])

export interface Sentence {
  who: string
  /** The place, what it is about, and the period in words. */
  about: string[]
  /** The change that matters: the value's, with its unit; else the changed fields one by one. */
  changes: string[]
  source: string
}

/** An entry as the parts of one sentence. */
export function sentenceOf(
  entry: JournalEntry,
  language: Language,
  words: { nobody: string; changed: string; colon: string; period: (code: string) => string },
): Sentence {
  const field = (name: string): JournalField | undefined => entry.fields.find((one) => one.field === name)
  const value = field('value')
  const source = field('source')
  const subject = inOf(language, entry.subject, entry.subject_en)
  const others =
    entry.action === 'update'
      ? entry.fields
          .filter((one) => !k_said.has(one.field))
          .map((one) => labelOf(one, language) + words.colon + changeText(one, language, words.changed))
      : []
  return {
    who: entry.account_display_name || entry.account_name || words.nobody,
    about: [entry.region_name, subject, entry.period && words.period(entry.period)].filter((part): part is string => !!part),
    changes: [...(value ? [changeText(value, language, words.changed)] : []), ...others].filter(Boolean),
    source: source ? changeText(source, language, words.changed) : '',
  }
}
