import { get, post } from '../api/client'
import type { Rows } from '../api/types'
import type { AssessmentStart, SendAssessment, ShownForm } from './types'

export const assessments = {
  start: (resident: string) => get<AssessmentStart>('/api/assessment-forms/start', { resident }),
  send: (form: SendAssessment) => post<ShownForm>('/api/assessment-forms', form),
  of: (resident: string, signal?: AbortSignal) => get<Rows<ShownForm>>('/api/assessment-forms', { resident }, signal),
  one: (id: string, signal?: AbortSignal) => get<ShownForm>(`/api/assessment-forms/${id}`, undefined, signal),
}
