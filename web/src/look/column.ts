/** One column of a DataTable. A slot of the column's key overrides `text`. */
export interface Column<Row> {
  key: string
  label: string
  text?: (row: Row) => string
  /** Figures stand to the right. */
  end?: boolean
  /** The cell that names the row. */
  head?: boolean
  width?: string
  /** The heading is only for screen readers. */
  unseen?: boolean
  /** Short words such as names, which never wrap in the middle. */
  whole?: boolean
  notOnPhone?: boolean
  /** What rows are ordered by when a reader sorts by this column; a column without it cannot be sorted. */
  sort?: (row: Row) => string | number | undefined
  /** The server can order by this column. */
  sortable?: boolean
}
