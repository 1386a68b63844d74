/** "42%": whole, and never 100% before all has arrived. */
export const percentText = (share: number): string => `${Math.min(99, Math.floor(share * 100))}%`
