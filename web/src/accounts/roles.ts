import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { accounts } from '../api/calls'
import type { RoleList } from '../api/types'
import { useLoad } from '../look/load'

interface Roles {
  list: Ref<RoleList | undefined>
  options: ComputedRef<{ value: string; text: string }[]>
}

/** The roles that accounts of a place may have. */
export function useRoles(region?: Ref<string | undefined>): Roles {
  const { t, locale } = useI18n()
  const { data } = useLoad((signal) => accounts.roles(region?.value || undefined, signal), region ? [region] : [])
  const options = computed(() =>
    (data.value?.roles ?? []).map((one) => {
      const name = locale.value === 'en' ? one.role_name_en : one.role_name
      return { value: one.role, text: one.unit_kind ? `${name} · ${t(`accounts.of_unit.${one.unit_kind}`)}` : name }
    }),
  )
  return { list: data, options }
}

/** "查看方案、填报指标" of a role; empty while the list is not there. */
export function powersText(list: RoleList | undefined, role: string, language: string): string {
  const chosen = list?.roles.find((one) => one.role === role)
  const names = (chosen?.powers ?? []).map((power) => {
    const label = list?.powers.find((one) => one.value === power)
    return (language === 'en' ? label?.label_en : label?.label) ?? power
  })
  return names.join(language === 'en' ? ', ' : '、')
}
