import { reactive } from 'vue'
import { asCallError, type CallError } from '../api/problem'
import { openSealedStore, type SealedStore } from '../offline/sealed_store'
import { known } from '../shell/session'
import { assessments } from './calls'
import { isDraft, k_prefix, keyOf, requestOf, type Draft } from './draft'
import type { ShownForm } from './types'

interface Outbox {
  drafts: Draft[]
  /** This browser keeps nothing: what is typed here lives as long as the page. */
  forgetful: boolean
  /** Why a waiting one was refused, by its name. */
  refused: Record<string, CallError>
  /** What became of one that was sent from this page. */
  sent: Record<string, ShownForm>
}

/** The assessments on this device. */
export const outbox = reactive<Outbox>({ drafts: [], forgetful: false, refused: {}, sent: {} })

let opening: Promise<SealedStore | undefined> | undefined
const store = (): Promise<SealedStore | undefined> => (opening ??= openSealedStore().catch(() => undefined))

export async function loadOutbox(): Promise<void> {
  const kept = await store()
  outbox.forgetful = kept === undefined
  if (!kept) return
  const here = new Set(outbox.drafts.map((one) => one.once))
  for (const value of (await kept.all(k_prefix)).values()) if (isDraft(value) && !here.has(value.once)) outbox.drafts.push(value)
  outbox.drafts.sort((a, b) => b.changed_at - a.changed_at)
}

export async function keepDraft(draft: Draft): Promise<void> {
  draft.changed_at = Date.now()
  if (!outbox.drafts.some((one) => one.once === draft.once)) outbox.drafts.unshift(draft)
  await (await store())?.put(keyOf(draft), JSON.parse(JSON.stringify(draft)))
}

export async function dropDraft(draft: Draft): Promise<void> {
  outbox.drafts = outbox.drafts.filter((one) => one.once !== draft.once)
  delete outbox.refused[draft.once]
  await (await store())?.remove(keyOf(draft))
}

let sending: Promise<void> | undefined
async function sendOne(draft: Draft): Promise<boolean> {
  try {
    const form = await assessments.send(requestOf(draft))
    outbox.sent[draft.once] = form
    await dropDraft(draft)
    return true
  } catch (thrown) {
    const error = asCallError(thrown)
    if (error.status === 0 || error.status === 401 || error.status >= 500) return false // later again
    outbox.refused[draft.once] = error
    draft.state = 'open'
    await keepDraft(draft)
    return true
  }
}

/** Sends what waits and belongs to this account, one after another; stops where the network does. */
export function sendWaiting(): Promise<void> {
  sending ??= (async () => {
    const me = await known().catch(() => null)
    for (const draft of me ? outbox.drafts.filter((one) => one.state === 'waiting' && one.account === me.name) : [])
      if (!(await sendOne(draft))) break
  })().finally(() => (sending = undefined))
  return sending
}

const k_again_ms = 20_000
let timer: ReturnType<typeof setInterval> | undefined
/** From now on what waits is sent as soon as there is a network; and the pages for it stay on this device. */
export function watchNetwork(): void {
  if (timer !== undefined) return
  window.addEventListener('online', () => void sendWaiting())
  timer = setInterval(() => {
    if (navigator.onLine && outbox.drafts.some((one) => one.state === 'waiting')) void sendWaiting()
  }, k_again_ms)
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}
