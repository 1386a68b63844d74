import type { components } from '../api/schema'

type Schemas = components['schemas']

export type AssessmentStart = Schemas['assessment_start']
export type Instrument = Schemas['instrument']
export type AssessmentItem = Schemas['instrument_item']
export type ShownForm = Schemas['assessment_shown_form']
export type SendAssessment = Schemas['assessment_send_request']
export type Occasion = SendAssessment['occasion']
