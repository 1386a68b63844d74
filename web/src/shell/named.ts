import { settings } from './settings'

/** The English text where the reader wants English and the plan has it, else the Chinese one. */
export function inLanguage(chinese: string | undefined, english: string | undefined): string {
  return (settings.language === 'en' && english) || (chinese ?? '')
}
export const nameOf = (row: { name: string; name_en?: string }): string => inLanguage(row.name, row.name_en)
export const titleOf = (row: { title: string; title_en?: string }): string => inLanguage(row.title, row.title_en)
export const summaryOf = (row: { summary?: string; summary_en?: string }): string => inLanguage(row.summary, row.summary_en)
