import { get, post, put, remove } from '../api/client'
import type { QueryOf } from '../api/request'

export const inbox = {
  page: (query: QueryOf<'get', '/api/inbox'>, signal?: AbortSignal) => get('/api/inbox', { query, signal }),
  counts: (signal?: AbortSignal) => get('/api/inbox/counts', { signal }),
  kinds: (signal?: AbortSignal) => get('/api/inbox/kinds', { signal }),
  colleagues: (signal?: AbortSignal) => get('/api/inbox/colleagues', { signal }),
  read: (notices: string[]) => post('/api/inbox/read', { body: { notices } }),
  done: (notices: string[]) => post('/api/inbox/done', { body: { notices } }),
  reopen: (notices: string[]) => post('/api/inbox/reopen', { body: { notices } }),
  snooze: (notices: string[], day: string) => post('/api/inbox/snooze', { body: { notices, day } }),
  delegate: (notices: string[], account: string, note: string) =>
    post('/api/inbox/delegate', { body: { notices, account, ...(note ? { note } : {}) } }),
}

export const mail = {
  own: () => get('/api/mail/address'),
  ask: (address: string) => put('/api/mail/address', { body: { address } }),
  stop: () => remove('/api/mail/address'),
}
