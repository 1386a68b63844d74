/** The server's code for a change so large that it asks before it takes it. */
export const k_confirm = 'readings.confirm_change'
