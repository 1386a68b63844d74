import { k_none } from './number'

// Storage is UTC, screens show the time of China, which has one zone and no summer time.
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The day it is in China: "2026-11-21". */
export const today = (): string => shanghai.format(Date.now()).slice(0, 10)

/** An instant as "2026-11-21 11:00" in the time of China. Text that is no instant comes back unchanged. */
export function instantText(instant: string | number | undefined): string {
  if (instant === undefined || instant === '') return k_none
  const time = new Date(instant)
  return Number.isNaN(time.getTime()) ? String(instant) : shanghai.format(time)
}

/** The day of an instant or of a date: "2026-11-21". */
export function dayText(instant: string | number | undefined): string {
  if (typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant
  const text = instantText(instant)
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : text
}

const chinese: [RegExp, (parts: string[]) => string][] = [
  [/^(\d{4})$/, ([y]) => `${y}年`],
  [/^(\d{4})-H([12])$/, ([y, h]) => `${y}年${h === '1' ? '上' : '下'}半年`],
  [/^(\d{4})-Q([1-4])$/, ([y, q]) => `${y}年第${'一二三四'[Number(q) - 1]}季度`],
  [/^(\d{4})-(\d{2})$/, ([y, m]) => `${y}年${Number(m)}月`],
]
const english: [RegExp, (parts: string[]) => string][] = [
  [/^(\d{4})-H([12])$/, ([y, h]) => `H${h} ${y}`],
  [/^(\d{4})-Q([1-4])$/, ([y, q]) => `Q${q} ${y}`],
]

/** A period (year, half, quarter, month or day) in words: "2025-Q3" -> "2025年第三季度". */
export function periodText(period: string | undefined, language: string): string {
  if (!period) return k_none
  for (const [form, words] of language === 'en' ? english : chinese) {
    const parts = form.exec(period)
    if (parts) return words(parts.slice(1))
  }
  return period
}

const k_parts: [RegExp, (parts: string[]) => string][] = [
  [/^(\d{4})年?(?:全年|度)?$/, ([y]) => y],
  [/^(\d{4})年?[-\/]?(?:H([12])|([上下])半年)$/i, ([y, h, word]) => `${y}-H${h ?? (word === '上' ? 1 : 2)}`],
  [
    /^(\d{4})年?[-\/]?(?:Q([1-4])|第?([一二三四1-4])季度?)$/i,
    ([y, q, word]) => `${y}-Q${q ?? (Number(word) || '一二三四'.indexOf(word) + 1)}`,
  ],
  [/^(\d{4})[年\-\/.](\d{1,2})月?$/, ([y, m]) => `${y}-${m.padStart(2, '0')}`],
  [/^(\d{4})[年\-\/.](\d{1,2})[月\-\/.](\d{1,2})日?$/, ([y, m, d]) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`],
]

/** A period as a person writes it, as its code: "2026年上半年" -> "2026-H1", "２０２６" -> "2026". Undefined when it is none. */
export function periodCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  for (const [form, code] of k_parts) {
    const parts = form.exec(plain)
    if (parts) {
      const found = code(parts.slice(1))
      return isPeriod(found) ? found : undefined
    }
  }
  return undefined
}

/** Periods that can be reported now: this year and last year, whole and in halves and quarters, none of them begun after today. */
export function recentPeriods(today: string): string[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const begins: [string, number][] = [
    ['', 1],
    ['-H1', 1],
    ['-H2', 7],
    ['-Q1', 1],
    ['-Q2', 4],
    ['-Q3', 7],
    ['-Q4', 10],
  ]
  return [year, year - 1].flatMap((y) => begins.filter(([, first]) => y < year || first <= month).map(([part]) => `${y}${part}`))
}

/** This month and the eleven before it. */
export function recentMonths(today: string): string[] {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: 12 }, (_, back) => {
    const month = months - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** Periods as a list shows them; one that an address asks for stands in the list too. */
export function periodOptions(codes: string[], asked: string, locale: string): { value: string; text: string }[] {
  const all = !asked || codes.includes(asked) ? codes : [asked, ...codes]
  return all.map((code) => ({ value: code, text: periodText(code, locale) }))
}

const k_period_form = /^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/

/** Whether a person's entry is a period that a plan knows. */
export const isPeriod = (text: string): boolean => k_period_form.test(text)
