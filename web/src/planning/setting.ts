import { keepPreviousData, useQuery as useAsked } from '@tanstack/vue-query'
import { computed, inject, provide, type ComputedRef, type InjectionKey, type WritableComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { queryClient } from '../api/query_client'
import { useQuery } from '../shell/query'
import { planning } from './calls'
import type { Limit, PlaceKind, Question, Setting, Way } from './types'

/** What the pages of planning share: the city, and the question asked of it, both in the address. */
export interface Planning {
  setting: ComputedRef<Setting | undefined>
  region: WritableComputedRef<string>
  kind: ComputedRef<PlaceKind | undefined>
  way: ComputedRef<Way>
  limit: ComputedRef<Limit | undefined>
  chosen: { kind: WritableComputedRef<string>; way: WritableComputedRef<string>; limit: WritableComputedRef<string> }
  /** Undefined while the setting is not known yet, or no kind of place stands in it. */
  question: ComputedRef<Question | undefined>
  reload: () => Promise<unknown>
}
const k_planning: InjectionKey<Planning> = Symbol('planning')

export const limitKey = (limit: Limit): string => (limit.metres ? `${limit.metres}m` : `${limit.minutes}min`)

/** A limit as the address says it; what is no limit is none. */
export function limitOf(key: string): Limit | undefined {
  const [, amount, unit] = /^(\d{1,5})(min|m)$/.exec(key) ?? []
  if (!amount || Number(amount) === 0) return undefined
  return unit === 'min'
    ? { minutes: Number(amount), zh: `${amount}分钟`, en: `${amount} minutes`, source: '', unverified: false }
    : { metres: Number(amount), zh: `${amount}米`, en: `${amount} m`, source: '', unverified: false }
}

/** The kind that most is asked about comes first: one that has places. */
export const firstKind = (setting: Setting): PlaceKind | undefined =>
  setting.place_kinds.find((kind) => kind.placed > 0 && kind.unit !== 'none') ??
  setting.place_kinds.find((kind) => kind.placed > 0) ??
  setting.place_kinds[0]

export function usePlanningSetting(): Planning & { query: ReturnType<typeof askSetting> } {
  const region = useQuery('region')
  const chosen = { kind: useQuery('kind'), way: useQuery('way'), limit: useQuery('limit') }
  const query = askSetting(region)
  const setting = computed(() => query.data.value)
  const kind = computed(
    () => setting.value && (setting.value.place_kinds.find((one) => one.kind === chosen.kind.value) ?? firstKind(setting.value)),
  )
  const way = computed<Way>(
    () => setting.value?.ways.find((one) => one.way === chosen.way.value)?.way ?? setting.value?.ways[0]?.way ?? 'walk',
  )
  const limit = computed(
    () =>
      setting.value?.limits.find((one) => limitKey(one) === chosen.limit.value) ?? limitOf(chosen.limit.value) ?? setting.value?.limits[0],
  )
  const question = computed<Question | undefined>(() =>
    setting.value?.streets && kind.value && limit.value
      ? {
          region: setting.value.region,
          kind: kind.value.kind,
          way: way.value,
          minutes: limit.value.minutes ?? undefined,
          metres: limit.value.metres ?? undefined,
        }
      : undefined,
  )
  const shared: Planning = { setting, region, kind, way, limit, chosen, question, reload: () => query.refetch() }
  provide(k_planning, shared)
  return { ...shared, query }
}
function askSetting(region: WritableComputedRef<string>) {
  return useAsked(
    {
      queryKey: computed(() => ['planning', 'setting', region.value]),
      queryFn: ({ signal }) => planning.setting(region.value || undefined, signal),
      placeholderData: keepPreviousData,
    },
    queryClient,
  )
}

export function usePlanning(): Planning {
  const shared = inject(k_planning)
  if (!shared) throw new Error('a page of planning stands in its frame')
  return shared
}

/** An answer that depends on the question; the older one stays on the screen while a new one comes. */
export function useAnswer<Answer>(
  name: string,
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
  when: () => boolean = () => true,
) {
  const { question } = usePlanning()
  return useAsked(
    {
      queryKey: computed(() => ['planning', name, question.value]),
      queryFn: ({ signal }) => ask(question.value as Question, signal),
      enabled: computed(() => !!question.value && when()),
      placeholderData: keepPreviousData,
    },
    queryClient,
  )
}

/** The name of a kind, way or limit in the reader's language. */
export function useNames(): (named?: { zh: string; en: string } | null) => string {
  const { locale } = useI18n()
  return (named) => (locale.value === 'en' ? named?.en : named?.zh) ?? ''
}
