import { watchEffect } from 'vue'
import { i18n } from './i18n'

/** Names the page in the browser's title, in the language of the screen, most particular part first. */
export function useTitle(parts: () => (string | undefined)[]): void {
  watchEffect(() => {
    document.title = [...parts().filter(Boolean), i18n.global.t('name')].join(' · ')
  })
}
