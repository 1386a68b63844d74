import type { components } from '../api/schema'

type Schemas = components['schemas']
export type WebhookRow = Schemas['webhook_row']
