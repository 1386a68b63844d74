export const k_password_length_min = 10

/** The words' key of what is wrong with a new password, undefined when nothing is. The server judges again. */
export function passwordFault(password: string, again: string): 'missing' | 'too_short' | 'differs' | undefined {
  if (!password) return 'missing'
  if ([...password].length < k_password_length_min) return 'too_short'
  return password === again ? undefined : 'differs'
}
