import { reactive } from 'vue'
import { accounts } from '../api/calls'
import { callSettings } from '../api/client'
import { CallError } from '../api/problem'
import type { Me, Role } from '../api/types'

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

export const mayReport = (role: Role | undefined): boolean => role === 'reporter' || role === 'official' || role === 'administrator'
export const mayManageAccounts = (role: Role | undefined): boolean => role === 'administrator'
export const mayReadJournal = (role: Role | undefined): boolean => role === 'administrator' || role === 'auditor'
