import type { components } from '../api/schema'

type Schemas = components['schemas']

export type Lever = Schemas['lever']
export type LeverRow = Schemas['lever_row']
export type Variant = Schemas['what_if_variant']
export type Comparison = Schemas['comparison']
export type VariantAnswer = Schemas['variant_answer']
export type ChangedTotal = Schemas['changed_total']
export type ChangeRow = Schemas['change_row']
export type Difference = Schemas['plan_difference']
export type Groups = Schemas['what_if_groups']
export type Years = Schemas['what_if_years']
