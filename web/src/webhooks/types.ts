export interface WebhookRow {
  id: string
  region: string
  name: string
  url: string
  procedures: string[]
  made_at: string
  waiting: number
  tries: number
  last_failure?: string
  next_try_at?: string
  last_taken_at?: string
}
export interface WebhookList {
  rows: WebhookRow[]
  own_network: boolean
}
