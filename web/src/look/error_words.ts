import { useI18n } from 'vue-i18n'
import type { CallError } from '../api/problem'

/** An error in the reader's language: our own words for a known code, else the server's. */
export function useErrorWords(): { wordsOf: (error: CallError | undefined) => string } {
  const { t, te } = useI18n()
  return {
    wordsOf(error) {
      if (!error) return ''
      const key = 'errors.' + error.code.replaceAll('.', '_')
      if (te(key)) return t(key)
      return error.detail || t('errors.unknown')
    },
  }
}
