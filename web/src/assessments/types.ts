import type { BodyOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type AssessmentStart = Schemas['assessment_start']
export type Instrument = Schemas['instrument']
export type AssessmentItem = Schemas['instrument_item']
export type ShownForm = Schemas['assessment_shown_form']
export type Signature = Schemas['assessment_signature']
export type Occasion = ShownForm['occasion']

/** What is sent; the same under the same `once` is kept once. */
export type SendAssessment = BodyOf<'post', '/api/assessment-forms'>
