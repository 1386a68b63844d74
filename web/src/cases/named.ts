import { useI18n } from 'vue-i18n'
import type { Named } from './types'

/** Names in the reader's language. */
export function useNamed(): (one: Partial<Named> | undefined) => string {
  const { locale } = useI18n()
  return (one) => (locale.value === 'en' ? one?.en || one?.zh : one?.zh) ?? ''
}
