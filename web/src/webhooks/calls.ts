import { get, post, remove } from '../api/client'
import type { WebhookList } from './types'

export const webhooks = {
  list: (signal?: AbortSignal) => get<WebhookList>('/api/webhooks', undefined, signal),
  make: (asked: { name: string; url: string; procedures?: string }) => post<{ id: string; secret: string }>('/api/webhooks', asked),
  end: (id: string) => remove<object>(`/api/webhooks/${id}`),
  retry: (id: string) => post<object>(`/api/webhooks/${id}/retry`),
  skip: (id: string) => post<object>(`/api/webhooks/${id}/skip`),
}
