import { get, post, remove } from '../api/client'
import type { BodyOf } from '../api/request'

export const webhooks = {
  list: (signal?: AbortSignal) => get('/api/webhooks', { signal }),
  make: (asked: BodyOf<'post', '/api/webhooks'>) => post('/api/webhooks', { body: asked }),
  end: (id: string) => remove('/api/webhooks/{id}', { path: { id } }),
  retry: (id: string) => post('/api/webhooks/{id}/retry', { path: { id } }),
  skip: (id: string) => post('/api/webhooks/{id}/skip', { path: { id } }),
}
