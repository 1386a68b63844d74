/** Records that have a page of their own, other than that of their register. */
const k_own_pages: Record<string, string> = {
  subsidy_run: '/subsidies',
}

/** Where a record is shown. */
export const recordPage = (record: string, id: string): string => `${k_own_pages[record] ?? `/records/${record}`}/${id}`
