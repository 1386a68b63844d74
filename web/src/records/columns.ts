import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { isOwn, type Field, type Register } from './description'

/** Which fields a list shows: the reader's choice in this browser, else what the register shows at first. The naming field always stands first. */
export function useColumns(register: Register): { able: Field[]; shown: ComputedRef<Field[]>; chosen: Ref<string[]>; reset: () => void } {
  const key = `laoyou.columns.${register.record}`
  const able = register.fields.filter((field) => isOwn(field) && field.name !== register.title)
  const at_first = able.filter((field) => field.listed).map((field) => field.name)
  const chosen_now = ref(storedNames(key) ?? at_first)
  const chosen = computed({
    get: () => chosen_now.value,
    set: (names) => {
      chosen_now.value = names
      store(key, names)
    },
  })
  const naming = register.fields.filter((field) => field.name === (register.title ?? 'id'))
  const shown = computed(() => [...naming, ...able.filter((field) => chosen.value.includes(field.name))])
  const reset = (): void => {
    chosen_now.value = at_first
    store(key, undefined)
  }
  return { able, shown, chosen, reset }
}

/** The names kept under a key; undefined when there are none or they are foreign. */
export function storedNames(key: string, storage?: Pick<Storage, 'getItem'>): string[] | undefined {
  try {
    const found: unknown = JSON.parse((storage ?? localStorage).getItem(key) ?? 'null')
    return Array.isArray(found) && found.every((one) => typeof one === 'string') ? found : undefined
  } catch {
    return undefined
  }
}

function store(key: string, names: string[] | undefined): void {
  try {
    if (names) localStorage.setItem(key, JSON.stringify(names))
    else localStorage.removeItem(key)
  } catch {
    // storage is forbidden: the choice lasts as long as the page
  }
}
