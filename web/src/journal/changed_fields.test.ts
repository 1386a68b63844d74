import { expect, it } from 'vitest'
import { changedFields } from './changed_fields'

it('shows only the fields that changed', () =>
  expect(changedFields({ value: 71.2, source: '月报' }, { value: 73.5, source: '月报' })).toEqual([
    { field: 'value', before: '71.2', after: '73.5' },
  ]))
it('a new record has nothing before, a deleted one nothing after', () => {
  expect(changedFields(undefined, { value: 1 })).toEqual([{ field: 'value', before: '', after: '1' }])
  expect(changedFields({ value: 1 }, null)).toEqual([{ field: 'value', before: '1', after: '' }])
})
it('reads entries that were stored as text', () =>
  expect(changedFields('{"a":1}', '{"a":2}')).toEqual([{ field: 'a', before: '1', after: '2' }]))
it('keeps every digit of an id and shows instants as time', () =>
  expect(changedFields(undefined, '{"id":117722970826211328,"list":[117722970826211329],"created_at":1795292943432}')).toEqual([
    { field: 'id', before: '', after: '117722970826211328' },
    { field: 'list', before: '', after: '["117722970826211329"]' },
    { field: 'created_at', before: '', after: '2026-11-22 04:29' },
  ]))
it('never shows what is sealed', () =>
  expect(changedFields(undefined, { password_hash: 'x', phone_match: 'y', csrf_token: 'z' })).toEqual([]))
