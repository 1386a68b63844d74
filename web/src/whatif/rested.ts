import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/**
 * What the server answers to a question that changes while a slider moves: asked once it has rested so long; an answer to an older question is
 * passed over. Undefined until there is one, and where it could not be had.
 */
export function useRested<Answer>(question: () => unknown, ask: () => Promise<Answer>, rest_ms: number): ShallowRef<Answer | undefined> {
  const answer = shallowRef<Answer>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let newest = 0
  async function look(): Promise<void> {
    const mine = ++newest
    const got = await ask().catch(() => undefined)
    if (mine === newest) answer.value = got
  }
  watch(
    () => JSON.stringify(question()),
    () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void look(), rest_ms)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(waiting))
  return answer
}
