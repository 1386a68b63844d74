import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import { settings } from './settings'
import { words as shell } from './words'
import { words as field } from './field_words'
import { words as errors } from './error_words'
import { words as open } from '../public/words'

export const i18n = createI18n({
  legacy: false,
  locale: settings.language,
  fallbackLocale: 'zh',
  messages: {
    zh: { ...shell.zh, ...field.zh, errors: errors.zh, open: open.zh },
    en: { ...shell.en, ...field.en, errors: errors.en, open: open.en },
  },
})

watch(
  () => settings.language,
  (language) => (i18n.global.locale.value = language),
)

type Words = { zh: object; en: object }

/** Adds the words of one room under its name; a room brings its words when its page is first opened. */
export function addWords(room: string, words: Words): void {
  i18n.global.mergeLocaleMessage('zh', { [room]: words.zh })
  i18n.global.mergeLocaleMessage('en', { [room]: words.en })
}
