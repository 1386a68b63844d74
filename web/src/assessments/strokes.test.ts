import { describe, expect, it } from 'vitest'
import { beginLine, drawTo, isSigned, linesOf } from './strokes'

describe('the lines of a signature', () => {
  it('are whole numbers on the board, a bar between lines', () => {
    let strokes = beginLine('', 10.4, 20.6)
    strokes = drawTo(strokes, 30, 40)
    strokes = beginLine(strokes, 500, 500)
    strokes = drawTo(strokes, -5, 0)
    expect(strokes).toBe('10,21 30,40|500,400 0,0')
    expect(linesOf(strokes)).toEqual(['10,21 30,40', '500,400 0,0'])
  })
  it('leave out points beside the last one', () => {
    expect(drawTo('100,100', 102, 103)).toBe('100,100')
    expect(drawTo('0,0|100,100', 102, 103)).toBe('0,0|100,100')
  })
  it('end where the server would refuse them', () => {
    let strokes = beginLine('', 0, 0)
    for (let i = 0; i < 5000; ++i) strokes = drawTo(strokes, (i % 2) * 900, i % 400)
    expect(strokes.length).toBeLessThanOrEqual(20_000)
    expect(strokes).toMatch(/^\d+,\d+( \d+,\d+)*$/)
  })
  it('are no signature while they are a point', () => {
    expect(isSigned('')).toBe(false)
    expect(isSigned('5,5')).toBe(false)
    expect(isSigned('5,5 20,20')).toBe(true)
  })
})
