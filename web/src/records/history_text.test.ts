import { expect, it } from 'vitest'
import { changeText, entryText, type HistoryWords } from './history_text'

const words: HistoryWords = {
  language: 'zh',
  colon: '：',
  comma: '、',
  nobody: '系统',
  changed: '已改动',
  empty: '（空）',
  action: (action) => ({ insert: '登记', update: '修改', remove: '删除' })[action],
}

it('a change says before and after, and what was empty is called so', () => {
  expect(changeText({ field: 'beds', zh: '床位数', en: 'Beds', before_zh: '40', after_zh: '60' }, 'update', words)).toBe('床位数：40 → 60')
  expect(changeText({ field: 'note', zh: '备注', en: 'Note', after_zh: '已搬迁' }, 'update', words)).toBe('备注：（空） → 已搬迁')
})
it('what is sealed is only said to have changed', () =>
  expect(changeText({ field: 'phone', zh: '电话', en: 'Phone' }, 'update', words)).toBe('电话：已改动'))
it('a new record tells what it began with, without arrows', () =>
  expect(changeText({ field: 'name', zh: '名称', en: 'Name', after_zh: '红星' }, 'insert', words)).toBe('名称：红星'))
it('what the program did by itself has no person, and times are those of China', () =>
  expect(entryText({ sequence: '1', at: '2026-11-29T03:00:00Z', who: '', door: 'web', action: 'insert', changes: [] }, words)).toEqual({
    at: '2026-11-29 11:00',
    who: '系统',
    did: '登记',
    changes: [],
  }))
