import { reactive } from 'vue'
import { accounts } from '../api/calls'
import { callSettings } from '../api/client'
import { CallError } from '../api/problem'
import type { Me, Power } from '../api/types'

/** Who is signed in; undefined until asked, null when nobody is. */
export const session = reactive<{ me: Me | null | undefined }>({ me: undefined })

export function enter(me: Me): void {
  session.me = me
  callSettings.csrfToken = me.csrf_token
}

export function leave(): void {
  session.me = null
  callSettings.csrfToken = ''
}

/** Asks the server once who is signed in. Only "nobody" is an answer; a broken server is thrown on. */
export async function known(): Promise<Me | null> {
  if (session.me !== undefined) return session.me
  try {
    enter(await accounts.me())
  } catch (thrown) {
    if (!(thrown instanceof CallError) || thrown.status !== 401) throw thrown
    leave()
  }
  return session.me ?? null
}

/** Whether the account has something to do before anything else is open to it. */
export const hasDuty = (me: Me): boolean => me.password_change_needed || me.code_setup_needed

/** Whether the signed-in account holds a power. What it holds, the server says; the screens only offer accordingly. */
export const may = (power: Power): boolean => session.me?.powers.includes(power) ?? false

/** What people call the role of an account; its code where no plan knows it any more. */
export const roleName = (account: Pick<Me, 'role' | 'role_name' | 'role_name_en'>, language: string): string =>
  (language === 'en' ? account.role_name_en : account.role_name) ?? account.role
