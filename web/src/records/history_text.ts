import { instantText } from '../look/date'
import type { FieldChange, HistoryEntry } from './calls'
import { labelIn } from './description'

export interface HistoryWords {
  language: string
  colon: string
  comma: string
  nobody: string
  /** What is said of a field whose text nobody may read here. */
  changed: string
  empty: string
  action: (action: HistoryEntry['action']) => string
}

const inLanguage = (language: string, zh: string | undefined, en: string | undefined): string => (language === 'en' && en) || (zh ?? '')

/** What became of one field: "床位数：40 → 60", "电话：已改动", "备注：（空） → 已搬迁". */
export function changeText(change: FieldChange, action: string, words: HistoryWords): string {
  const before = inLanguage(words.language, change.before_zh, change.before_en)
  const after = inLanguage(words.language, change.after_zh, change.after_en)
  const name = labelIn(words.language, change) + words.colon
  if (!before && !after) return name + words.changed
  if (action !== 'update') return name + (after || before)
  return `${name}${before || words.empty} → ${after || words.empty}`
}

/** An entry as one sentence's parts: when, who did what, and what changed. */
export function entryText(entry: HistoryEntry, words: HistoryWords): { at: string; who: string; did: string; changes: string[] } {
  return {
    at: instantText(entry.at),
    who: entry.who || words.nobody,
    did: words.action(entry.action),
    changes: entry.changes.map((change) => changeText(change, entry.action, words)),
  }
}
