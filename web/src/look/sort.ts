export interface Order {
  key: string
  down: boolean
}

/** The order after a click on a heading: up, down, then as it came. */
export function nextOrder(order: Order | undefined, key: string): Order | undefined {
  if (order?.key !== key) return { key, down: false }
  return order.down ? undefined : { key, down: true }
}

/** Rows by one of their values; a row without it stands last in both directions. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => string | number | undefined, down: boolean): Row[] {
  return [...rows].sort((a, b) => {
    const [first, second] = [by(a), by(b)]
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined)
    const order =
      typeof first === 'number' && typeof second === 'number' ? first - second : String(first).localeCompare(String(second), 'zh-CN')
    return down ? -order : order
  })
}
