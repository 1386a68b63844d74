declare module '*/engines/draw/verify_draw.mjs' {
  /** Both give 64 hexadecimal digits. */
  export function sha256(text: string): string
  export function sm3(text: string): string
  /** What was checked of a published draw, and whether it holds. */
  export function verify(text: string): [string, boolean][]
}
