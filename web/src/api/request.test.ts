import { expect, it } from 'vitest'
import { get, post, put, remove } from './client'
import { addressOf, filledIn, tilesAt, type AnswerOf } from './request'

/** Never called: the type check alone reads it, and fails where one of these requests would pass. */
export const refused = [
  // @ts-expect-error: no such address
  () => get('/api/acounts'),
  // @ts-expect-error: the address takes another method
  () => put('/api/accounts', { body: {} }),
  // @ts-expect-error: the name in the address is missing
  () => get('/api/accounts/{id}/sessions'),
  // @ts-expect-error: the name in the address is another
  () => get('/api/accounts/{id}/sessions', { path: { account: '1' } }),
  // @ts-expect-error: the query knows no such name
  () => get('/api/accounts', { query: { text: 'x' } }),
  // @ts-expect-error: the query has no such choice
  () => get('/api/plans/{plan}/matrix', { path: { plan: 'x' }, query: { group: 'all' } }),
  // @ts-expect-error: the query lacks what is required
  () => get('/api/plans/{plan}/report', { path: { plan: 'x' } }),
  // @ts-expect-error: the body lacks a field
  () => post('/api/accounts/password', { body: { current: 'x' } }),
  // @ts-expect-error: the body knows no such field
  () => post('/api/accounts/prove', { body: { password: 'x', name: 'y' } }),
  // @ts-expect-error: the address takes no body
  () => remove('/api/tokens/{id}', { path: { id: '1' }, body: {} }),
  // @ts-expect-error: a sheet is to be sent
  () => post('/api/readings/import', { query: { plan: 'x', format: 'csv' } }),
  // @ts-expect-error: a file is pointed at, not asked for
  () => get('/api/jobs/{id}/result', { path: { id: '1' } }),
  // @ts-expect-error: the answer is another
  async () => (await get('/api/accounts/me')).rows,
  // @ts-expect-error: the answer says nothing that could be read
  async () => (await post('/api/accounts/sign-out')).id,
  // @ts-expect-error: the query of a file has no such choice
  () => addressOf('/api/readings/template', { query: { format: 'pdf' } }),
  // @ts-expect-error: these are no tiles
  () => tilesAt('/api/planning/maps', {}),
]

it('an address is filled in with its names and the query behind it, and what was not chosen is left out', () => {
  expect(filledIn('/api/plans/{plan}/indicators/{indicator}', { path: { plan: 'a', indicator: '养老/1' } })).toBe(
    '/api/plans/a/indicators/%E5%85%BB%E8%80%81%2F1',
  )
  expect(addressOf('/api/readings/export', { query: { plan: 'a b', format: 'csv', region: '' } })).toBe(
    '/api/readings/export?plan=a+b&format=csv',
  )
  expect(addressOf('/api/events')).toBe('/api/events')
})
it('the braces of tiles stay for the map', () => {
  expect(tilesAt('/api/planning/tiles/{z}/{x}/{y}', { region: '65', v: '1-2' })).toBe('/api/planning/tiles/{z}/{x}/{y}?region=65&v=1-2')
})
it('what registers have in common is known of every row of one', () => {
  const answer: AnswerOf<'get', '/api/{register}/{id}'> = { row: { id: '1', version: 1, region: '65', name: '红星' }, names: {} }
  expect(answer.row.name).toBe('红星')
})
it('no page puts an address of the server together by hand, where nothing would check it', () => {
  const k_by_hand = /(?<![(,]\s*)`\/api[^`\n]*\$\{|(fetch|EventSource)\(['"`]\/|(href|src|address)="\/api/
  const sources = import.meta.glob<string>(['../**/*.{ts,vue}', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })
  expect(Object.keys(sources).length).toBeGreaterThan(100)
  expect(Object.entries(sources).flatMap(([file, text]) => (k_by_hand.test(text) ? [file] : []))).toEqual([])
  expect([':address="`/api/x/${id}`"', "fetch('/api/x')", '<a href="/api/x">'].every((text) => k_by_hand.test(text))).toBe(true)
})
