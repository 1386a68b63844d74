import { ref } from 'vue'

/** Whether the window that asks for one's password again is open. */
export const proof_asked = ref(false)
let asked: { answer: Promise<boolean>; settle: (proved: boolean) => void } | undefined

/** Asks the person at the screen for their password again; whether they typed it. Calls that wait at once share one window. */
export function askForProof(): Promise<boolean> {
  if (!asked) {
    let settle: (proved: boolean) => void = () => {}
    const answer = new Promise<boolean>((resolve) => (settle = resolve))
    asked = { answer, settle }
    proof_asked.value = true
  }
  return asked.answer
}

export function settleProof(proved: boolean): void {
  proof_asked.value = false
  asked?.settle(proved)
  asked = undefined
}
