import type { QueryOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']

export type FeedRow = Schemas['feed_row']
export type Delivery = Schemas['feed_delivery_row']
export type Found = Schemas['delivery_found']
export type FoundRow = Schemas['feed_found_row']
export type RecordFlag = QueryOf<'get', '/api/feed-records'>['flag']
export type FeedRecords = Schemas['feed_record_list']
export type Quality = Schemas['feed_quality_page']
export type TaskRow = Schemas['person_task_row']
export type Task = Schemas['person_task_page']
export type ComparedField = Schemas['person_compared_field']
