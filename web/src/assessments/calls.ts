import { get, post } from '../api/client'
import type { SendAssessment } from './types'

export const assessments = {
  start: (resident: string) => get('/api/assessment-forms/start', { query: { resident } }),
  send: (form: SendAssessment) => post('/api/assessment-forms', { body: form }),
  of: (resident: string, signal?: AbortSignal) => get('/api/assessment-forms', { query: { resident }, signal }),
  one: (id: string, signal?: AbortSignal) => get('/api/assessment-forms/{id}', { path: { id }, signal }),
}
