import type { components } from '../api/schema'
import type { Field, Register } from './description'

type Schemas = components['schemas']

/** A column of somebody else's sheet; an empty `field` leaves it out. */
export type MappedColumn = Schemas['mapped_column']
export type Mapping = Schemas['mapping_row']
/** How days stand in such a column. */
export type DayForm = MappedColumn['day_form']
export const k_day_forms: DayForm[] = ['as_typed', 'day_month_year', 'month_day_year', 'eight_digits']
/**
 * A sheet before it is taken in: it `fits` where every column is one of ours by its label. A column is `sure` by its own label or a mapping, otherwise
 * it is the nearest; its `samples` are the first of its different texts.
 */
export type SheetLook = Schemas['sheet_look']

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
