import { watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { currentPlan } from '../plan/current_plan'
import { i18n } from './i18n'

/** Names the page in the browser's title, in the language of the screen, most particular part first. */
export function useTitle(parts: () => (string | undefined)[]): void {
  const route = useRoute()
  watchEffect(() => {
    const inPlan = typeof route?.params.plan === 'string' && currentPlan.head?.plan === route.params.plan
    const place = inPlan ? currentPlan.head?.region_name : undefined
    const named = parts().filter((part): part is string => !!part)
    // Six tabs of one plan must not look alike, nor like those of another.
    if (place && !named.some((part) => part.includes(place))) named.push(place)
    document.title = [...named, i18n.global.t('name')].join(' · ')
  })
}
