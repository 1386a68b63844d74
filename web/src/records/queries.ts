import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, inject, toValue, type ComputedRef, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import { queryClient } from '../api/query_client'
import { records, type Filters } from './calls'
import type { Register } from './description'

const k_registers_fresh_ms = 5 * 60_000
export const k_page_rows = 50

/** Everything that is known of one register lies under this key, so that one change makes all of it old. */
const under = (register: Register, ...rest: unknown[]): unknown[] => ['record', register.record, ...rest]

/** Every register that this caller may read. */
export const useRegisters = () =>
  useQuery(
    {
      queryKey: ['registers'],
      queryFn: async ({ signal }) => (await records.registers(signal)).records,
      staleTime: k_registers_fresh_ms,
    },
    queryClient,
  )

/** The register named, once the registers are known; undefined where this caller may not read one of that name. */
export function useRegisterNamed(record: MaybeRefOrGetter<string | null | undefined>): ComputedRef<Register | undefined> {
  const { data } = useRegisters()
  return computed(() => data.value?.find((one) => one.record === toValue(record)))
}

/** The register whose pages these are; RegisterFrame provides it. */
export const k_register: InjectionKey<Register> = Symbol('register')
export function useRegister(): Register {
  const register = inject(k_register)
  if (!register) throw new Error('a page of a register stands outside RegisterFrame')
  return register
}

/** One page of a list. The rows before stay, faded, while the next ones are fetched. */
export const useRows = (register: Register, query: MaybeRefOrGetter<Filters>) =>
  useQuery(
    {
      queryKey: computed(() => under(register, 'rows', toValue(query))),
      queryFn: ({ signal }) => records.list(register.path, toValue(query), signal),
      placeholderData: keepPreviousData,
    },
    queryClient,
  )

/** How many rows the filters find; asked only when the reader wants to know. */
export const useCount = (register: Register, filters: MaybeRefOrGetter<Filters>, wanted: MaybeRefOrGetter<boolean>) =>
  useQuery(
    {
      queryKey: computed(() => under(register, 'count', toValue(filters))),
      queryFn: async ({ signal }) =>
        (await records.list(register.path, { ...toValue(filters), count: 'true', rows: '1' }, signal)).total ?? null,
      enabled: computed(() => toValue(wanted)),
    },
    queryClient,
  )

export const useRow = (register: Register, id: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean> = true) =>
  useQuery(
    {
      queryKey: computed(() => under(register, 'row', toValue(id))),
      queryFn: ({ signal }) => records.one(register.path, toValue(id), signal),
      enabled: computed(() => toValue(wanted)),
    },
    queryClient,
  )

/** What happened to a record, newest first, further back on demand. */
export const useHistory = (register: Register, id: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>) =>
  useInfiniteQuery(
    {
      queryKey: computed(() => under(register, 'history', toValue(id))),
      queryFn: ({ signal, pageParam }) => records.history(register.path, toValue(id), pageParam || undefined, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.after,
      enabled: computed(() => toValue(wanted)),
    },
    queryClient,
  )

/** After a change elsewhere. */
export const madeOldOf = (register: Register): Promise<void> => queryClient.invalidateQueries({ queryKey: under(register) })

/** After a change: what was known of the register is old, and so may be what others say of its rows. */
export const madeOld = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['record'] })
