import type { components } from '../api/schema'

type Schemas = components['schemas']

export type Benefits = Schemas['benefits']
export type Benefit = Schemas['benefit']
export type FactNeeded = Schemas['fact_needed']
export type Verdict = Benefit['verdict']
export type EntitledPolicy = Schemas['entitled_policy']
export type Worklist = Schemas['entitled_worklist']
