import type { Field, Register } from './description'

/** How days stand in a column of somebody else's sheet. */
export type DayForm = 'as_typed' | 'day_month_year' | 'month_day_year' | 'eight_digits'
export const k_day_forms: DayForm[] = ['as_typed', 'day_month_year', 'month_day_year', 'eight_digits']

export interface MappedColumn {
  header: string
  /** Empty: the column is left out. */
  field: string
  day_form: DayForm
  codes: { theirs: string; ours: string }[]
}
export interface Mapping {
  id: string
  name: string
  columns: MappedColumn[]
}
export interface SheetColumnLook {
  header: string
  field: string
  /** By its own label or a mapping; otherwise it is the nearest. */
  sure: boolean
  /** Different texts of the column, the first of them. */
  samples: string[]
}
export interface SheetLook {
  rows: number
  /** Every column is one of ours by its label: no mapping is needed. */
  fits: boolean
  columns: SheetColumnLook[]
  mapping?: Mapping
}

/** The fields that a sheet can fill. */
export const fillable = (register: Register): Field[] =>
  register.fields.filter((field) => field.name !== 'version' && (field.writable || field.name === 'id'))

/** The texts of a column of choices that are none of the field's own. */
export function strangeCodes(field: Field | undefined, samples: readonly string[]): string[] {
  if (!field?.choices?.length) return []
  const own = new Set(field.choices.flatMap((choice) => [choice.value, choice.zh]))
  return samples.filter((sample) => !own.has(sample))
}

/** A mapping to begin with: the saved one, or what the server takes each column for. */
export function beginMapping(look: SheetLook): MappedColumn[] {
  return look.columns.map((column) => {
    const saved = look.mapping?.columns.find((one) => one.header === column.header)
    return saved
      ? { ...saved, codes: saved.codes.map((code) => ({ ...code })) }
      : { header: column.header, field: column.field, day_form: 'as_typed', codes: [] }
  })
}

/** What the mapping misses: required fields without a column, and fields that two columns would fill. */
export function mappingFaults(columns: readonly MappedColumn[], register: Register): { missing: Field[]; twice: Field[] } {
  const uses = (field: Field): number => columns.filter((column) => column.field === field.name).length
  const fields = fillable(register)
  return {
    missing: fields.filter((field) => field.required && field.writable && field.name !== 'region' && uses(field) === 0),
    twice: fields.filter((field) => uses(field) > 1),
  }
}
