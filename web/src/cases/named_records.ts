import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { queryClient } from '../api/query_client'
import { records } from '../records/calls'
import { titleIn } from '../records/description'
import { useRegisters } from '../records/queries'
import type { CasePage } from './types'

/** The titles of the records that a case's form names, by their ids: those that the reader may see, and whose pages he may therefore open. */
export function useNamedRecords(page: () => CasePage | undefined): ComputedRef<Record<string, string>> {
  const registers = useRegisters()
  const named = computed(() =>
    (page()?.procedure.form.fields ?? []).flatMap((field) => {
      const id = page()?.values[field.key]
      return field.register && typeof id === 'string' ? [{ register: field.register, id }] : []
    }),
  )
  const query = useQuery(
    {
      queryKey: computed(() => ['case_titles', named.value, registers.data.value?.length]),
      queryFn: async () => {
        const titles: Record<string, string> = {}
        for (const one of named.value) {
          const register = registers.data.value?.find((each) => each.record === one.register)
          const answer = register && (await records.one(register.path, one.id).catch(() => undefined))
          if (register && answer) titles[one.id] = titleIn(register, answer.row)
        }
        return titles
      },
      enabled: computed(() => !!registers.data.value),
    },
    queryClient,
  )
  return computed(() => query.data.value ?? {})
}
