import { describe, expect, it } from 'vitest'
import { byKind, fittingText, placeAndRest, type Found } from './found'

const one = (kind: Found['kind'], text: string, to = text, also: string[] = []): Found => ({ kind, text, to, also })

describe('what a search finds', () => {
  it('puts the name itself before names that begin with it, and these before names that hold it', () => {
    const all = [one('task', '新建托位'), one('task', '托位补贴'), one('task', '托位')]
    expect(fittingText(all, '托位').map((found) => found.text)).toEqual(['托位', '托位补贴', '新建托位'])
  })

  it('finds a task by its number, the very one first', () => {
    const all = [one('task', '居家服务', 'a', ['任务 18']), one('task', '普惠行动', 'b', ['任务 8'])]
    expect(fittingText(all, '任务 8').map((found) => found.to)).toEqual(['b', 'a'])
  })

  it('lists a handful of each kind and an address once', () => {
    const many = [...Array(9).keys()].map((n) => one('indicator', `指标${n}`))
    const groups = byKind([...many, one('page', '指标', '/p'), one('page', '指标', '/p')])
    expect(groups.map((group) => [group.kind, group.rows.length])).toEqual([
      ['page', 1],
      ['indicator', 5],
    ])
  })

  it('reads two words as a place and what is asked of it, either way round', () => {
    expect(placeAndRest('鱼峰区 托位')).toEqual([
      { place: '鱼峰区', rest: '托位' },
      { place: '托位', rest: '鱼峰区' },
    ])
    expect(placeAndRest('托位')).toEqual([])
  })
})
