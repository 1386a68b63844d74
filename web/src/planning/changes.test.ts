import { expect, test } from 'vitest'
import { closed, countOf, moved, put, resized, withoutChange } from './changes'

const spot = { longitude: 84.87, latitude: 45.6 }

test('a place is changed in one way at a time', () => {
  const resizedFirst = resized([], '7', 80)
  expect(closed(resizedFirst, '7')).toEqual([{ what: 'close', place: '7' }])
  expect(resized(resizedFirst, '7', 90)).toEqual([{ what: 'resize', place: '7', capacity: 90 }])
})

test('a put place is moved without losing its name', () => {
  const changes = put(closed([], '7'), { ...spot, name: '新点', capacity: 60 })
  expect(moved(changes, 1, { longitude: 84.9, latitude: 45.7 })[1]).toEqual({
    what: 'put',
    name: '新点',
    capacity: 60,
    longitude: 84.9,
    latitude: 45.7,
  })
  expect(moved(changes, 0, spot)).toEqual(changes)
})

test('a change is undone alone', () => {
  const changes = put(put([], { ...spot, name: 'a' }), { ...spot, name: 'b' })
  expect(withoutChange(changes, 0).map((change) => change.name)).toEqual(['b'])
  expect(countOf(changes, 'put')).toBe(2)
})
