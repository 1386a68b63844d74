import { expect, test } from 'vitest'
import { bubbleRadius, fenOfTenThousands, shareText } from './figures'

test('a share never says that everybody or nobody is reached where that is not so', () => {
  expect(shareText(0.81)).toBe('81%')
  expect(shareText(0.8126)).toBe('81.3%')
  expect(shareText(0.99999)).toBe('99.9%')
  expect(shareText(0.00001)).toBe('0.1%')
  expect(shareText(1)).toBe('100%')
  expect(shareText(0)).toBe('0%')
  expect(shareText(undefined)).toBe('—')
})

test('the area of a bubble stands for its number', () => {
  expect(bubbleRadius(100, 100)).toBe(26)
  expect(bubbleRadius(25, 100)).toBe(13)
  expect(bubbleRadius(0, 0)).toBe(3)
})

test('money in ten thousands of yuan is exact to the fen', () => {
  expect(fenOfTenThousands('300')).toBe(300_000_000)
  expect(fenOfTenThousands('１２.３４５６')).toBe(12_345_600)
  expect(fenOfTenThousands('0')).toBeUndefined()
  expect(fenOfTenThousands('三百')).toBeUndefined()
})
