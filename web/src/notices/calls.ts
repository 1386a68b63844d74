import { get, post, put, remove } from '../api/client'
import type { Rows } from '../api/types'
import type { Colleague, InboxCounts, InboxKind, InboxPage, OwnMail, View } from './types'

export const inbox = {
  page: (query: { view: View; kind?: string; after?: string; rows?: number }, signal?: AbortSignal) =>
    get<InboxPage>('/api/inbox', query, signal),
  counts: (signal?: AbortSignal) => get<InboxCounts>('/api/inbox/counts', undefined, signal),
  kinds: (signal?: AbortSignal) => get<Rows<InboxKind>>('/api/inbox/kinds', undefined, signal),
  colleagues: (signal?: AbortSignal) => get<Rows<Colleague>>('/api/inbox/colleagues', undefined, signal),
  read: (notices: string[]) => post<object>('/api/inbox/read', { notices }),
  done: (notices: string[]) => post<object>('/api/inbox/done', { notices }),
  reopen: (notices: string[]) => post<object>('/api/inbox/reopen', { notices }),
  snooze: (notices: string[], day: string) => post<object>('/api/inbox/snooze', { notices, day }),
  delegate: (notices: string[], account: string, note: string) =>
    post<object>('/api/inbox/delegate', { notices, account, ...(note ? { note } : {}) }),
}

export const mail = {
  own: () => get<OwnMail>('/api/mail/address'),
  ask: (address: string) => put<object>('/api/mail/address', { address }),
  stop: () => remove<object>('/api/mail/address'),
}
