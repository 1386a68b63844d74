import type { Me } from '../api/types'
import { instantText } from '../look/date'

type Words = (key: string, values?: Record<string, unknown>) => string

/** What happened to the account since its owner was here last; a stranger's sign-in is noticed by it. Empty at the first time. */
export function lastTimeText(me: Me, t: Words): string {
  if (!me.previous_at) return ''
  const parts = [t('accounts.last_time', { at: instantText(me.previous_at), client: me.previous_client ?? t('accounts.session_unknown') })]
  if (me.previous_failures > 0) parts.push(t('accounts.last_failures', { count: me.previous_failures }))
  if (me.keys_changed_at && me.keys_changed_at > me.previous_at)
    parts.push(t('accounts.keys_changed', { at: instantText(me.keys_changed_at) }))
  return parts.join(t('accounts.last_joint'))
}
