import type { components } from '../api/schema'

type Schemas = components['schemas']

export type FeedList = Schemas['feed_list']
export type FeedRow = Schemas['feed_row']
export type Delivery = Schemas['feed_delivery_row']
export type DeliveryPage = Schemas['feed_delivery_page']
export type Found = Schemas['delivery_found']
export type FoundRow = Schemas['feed_found_row']
export type RecordFlag = 'incomplete' | 'contradictory' | 'gone' | 'unknown' | 'all'
export type FeedRecords = Schemas['feed_record_list']
export type Quality = Schemas['feed_quality_page']
export type Tasks = Schemas['person_task_list']
export type TaskRow = Schemas['person_task_row']
export type Task = Schemas['person_task_page']
export type ComparedField = Schemas['person_compared_field']
export type PersonSources = Schemas['person_sources']
export type MergedInto = Schemas['person_merged_into']
