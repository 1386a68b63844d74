import { expect, test } from 'vitest'
import type { PublicIndicator, PublicPlan } from '../api/types'
import { goalsFor, measuresFor, progressOf, speaksTo } from './needs'

type Policy = PublicPlan['policies'][number]
const policy = (more: Partial<Policy>): Policy =>
  ({ number: '1', package: 'elderly', category: '物质帮助', title: '高龄津贴', papers: [], layer: 'city', ...more }) as unknown as Policy

test('what an old person may ask for is not told to whoever opens a nursery', () => {
  expect(speaksTo('elder', policy({}))).toBe(true)
  expect(speaksTo('child', policy({}))).toBe(false)
  expect(speaksTo('provider', policy({}))).toBe(false)
})

test('tax, land and permits are for who runs a place', () => {
  const land = policy({ package: 'both', category: '用地', title: '供地优先' })
  expect(speaksTo('provider', land)).toBe(true)
  expect(speaksTo('elder', land)).toBe(false)
})

test('the named applicant decides', () => {
  expect(speaksTo('provider', policy({ applicant: '托育机构' }))).toBe(true)
  expect(speaksTo('elder', policy({ category: '财政', title: '适老化改造补贴', applicant: '经济困难的高龄老年人家庭' }))).toBe(true)
})

test('a measure that says how much and with what papers stands first', () => {
  const plan = {
    head: { plan: 'city' },
    policies: [policy({ number: 'a' }), policy({ number: 'b', amount: '50元', papers: ['身份证'] })],
  } as unknown as PublicPlan
  expect(measuresFor('elder', plan).map((row) => row.number)).toEqual(['b', 'a'])
})

test('what a place gets is not told to families because its title names them', () => {
  for (const title of ['落实社区家庭服务税费优惠', '特困供养机构改造和社会化运营', '营商环境和要素市场']) {
    expect(speaksTo('elder', policy({ category: '服务', title })), title).toBe(false)
    expect(speaksTo('provider', policy({ category: '服务', title })), title).toBe(true)
  }
})

test('measures for small children stand before those for old and small alike, even of a higher layer', () => {
  const plan = {
    head: { plan: 'city' },
    policies: [
      policy({ number: 'both', package: 'both', category: '服务', title: '辅具' }),
      policy({ number: 'child', package: 'childcare', category: '服务', title: '养育照护', layer: 'national' }),
    ],
  } as unknown as PublicPlan
  expect(measuresFor('child', plan).map((row) => row.number)).toEqual(['child', 'both'])
})

test('progress says from what to what by when, and how many more', () => {
  const slots = {
    group: 'childcare',
    baseline: [{ period: '2022', value: 1505 }],
    targets: [{ period: '2025', comparator: 'at_least', value: 2250, text: '>= 2250' }],
  } as unknown as PublicIndicator
  expect(progressOf(slots)).toEqual({ from: { value: '1,505', period: '2022' }, to: '≥ 2,250', by: '2025', more: 745 })
  expect(goalsFor('elder', [slots])).toEqual([])
  expect(progressOf({ ...slots, baseline: [] }).more).toBeUndefined()
})
