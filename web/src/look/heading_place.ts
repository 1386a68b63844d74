import type { InjectionKey, Ref } from 'vue'

/** The place whose pages these are; headlines begin with it where they do not name it themselves. */
export const k_heading_place: InjectionKey<Ref<string>> = Symbol('heading place')
