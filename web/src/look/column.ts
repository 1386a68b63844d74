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
}
