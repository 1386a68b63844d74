import type { components } from '../api/schema'

type Schemas = components['schemas']

export type InboxRow = Schemas['inbox_row']
export type InboxCounts = Schemas['inbox_counts']
export type InboxKind = Schemas['inbox_kind']
export type Colleague = Schemas['colleague']
export type OwnMail = Schemas['own_mail']
export type View = InboxRow['view']
export type Group = InboxRow['group']
