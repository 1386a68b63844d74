import { addWords } from '../shell/i18n'

addWords('regions', {
  zh: {
    title: '区划', under: '全国五级区划，到村（社区）。按名称或代码查找。', search: '名称或代码', search_hint: '如 黑油山、6502', find: '查找', found: '找到 {n} 处', not_found: '没有找到“{text}”', not_found_next: '换个写法，或用代码的前几位。',
    tree: '区划树', code: '代码', level: '级别', below: '下级', below_count: '{n} 个下级', note: '说明', added_note: '方案增设，不在国家区划代码内', open: '看下级', none_below: '没有下级区划', choose: '在左侧选择一处，或查找。', path: '所在',
    at_most: '只列前 {n} 处，写得更完整可缩小范围。', pick: '区划', pick_hint: '输入名称或代码选择', pick_none: '没有找到',
  },
  en: {
    title: 'Regions', under: 'The whole country in five levels, down to the village. Search by name or code.', search: 'Name or code', search_hint: 'such as 黑油山 or 6502', find: 'Search', found: '{n} found', not_found: 'No “{text}” found', not_found_next: 'Try another spelling or the first digits of the code.',
    tree: 'Tree of regions', code: 'Code', level: 'Level', below: 'Below', below_count: '{n} below', note: 'Note', added_note: 'added by a plan, not in the national codes', open: 'Open', none_below: 'Nothing below', choose: 'Choose a place at the left, or search.', path: 'Lies in',
    at_most: 'Only the first {n} are listed; a fuller name narrows them.', pick: 'Region', pick_hint: 'Type a name or code', pick_none: 'None found',
  },
})
