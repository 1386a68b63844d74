import { describe, expect, it } from 'vitest'
import { sha256, sm3, verify } from '../../../src/engines/draw/verify_draw.mjs'
import { checkText, sentInstant } from './instant'

describe('a draw on its pages', () => {
  it('sends the Beijing time that was typed as an instant', () => {
    expect(sentInstant('2026-12-03T21:15')).toBe('2026-12-03T13:15:00.000Z')
    expect(sentInstant('')).toBe('')
  })
  it('hashes as the standards say', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })
  it('says what was checked in the language of the page', () => {
    const [label, holds] = verify('no draw')[0] ?? ['', true]
    expect(holds).toBe(false)
    expect(checkText(label, 'zh')).toBe('文件完整')
    expect(checkText(label, 'en')).toBe('the file is whole')
  })
})
