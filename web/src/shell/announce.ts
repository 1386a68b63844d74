import { reactive } from 'vue'

/** One message at a time, seen and heard. Good news leaves by itself; bad news stays until closed or replaced. */
export const message = reactive<{ text: string; kind: 'done' | 'wrong'; heard: string }>({ text: '', kind: 'done', heard: '' })

const k_shown_ms = 6000
let timer: ReturnType<typeof setTimeout> | undefined

export function announce(text: string, kind: 'done' | 'wrong' = 'done'): void {
  clearTimeout(timer)
  message.text = text
  message.kind = kind
  if (kind === 'done') timer = setTimeout(clearMessage, k_shown_ms)
}

/** For ears only, such as the name of a page just opened. */
export function whisper(text: string): void {
  message.heard = text
}

export function clearMessage(): void {
  message.text = ''
}
