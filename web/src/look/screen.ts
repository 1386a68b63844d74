import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen fits a media query, kept up to date. */
export function useScreen(query: string): Ref<boolean> {
  const media = window.matchMedia(query)
  const fits = ref(media.matches)
  const follow = (): void => void (fits.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return fits
}
