import { reactive, watch } from 'vue'
import { callSettings } from '../api/client'

export type Language = 'zh' | 'en'

const k_store_key = 'laoyou.settings'

function stored(): { language?: unknown; elder?: unknown } {
  try {
    return JSON.parse(localStorage.getItem(k_store_key) ?? '{}') as { language?: unknown; elder?: unknown }
  } catch {
    return {} // storage is forbidden or holds something foreign: start with the defaults
  }
}

const before = stored()

/** What the reader chose for this browser: the language, and 长辈模式 (larger type and targets). */
export const settings = reactive({
  language: (before.language === 'en' ? 'en' : 'zh') as Language,
  elder: before.elder === true,
})

watch(
  settings,
  () => {
    const root = document.documentElement
    root.lang = settings.language === 'en' ? 'en' : 'zh-CN'
    root.toggleAttribute('data-elder', settings.elder)
    callSettings.language = settings.language
    try {
      localStorage.setItem(k_store_key, JSON.stringify(settings))
    } catch {
      // nothing is lost but the memory of the choice
    }
  },
  { immediate: true },
)
