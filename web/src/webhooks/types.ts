import type { components } from '../api/schema'

type Schemas = components['schemas']
export type WebhookRow = Schemas['webhook_row']
export type WebhookList = Schemas['webhook_list']
