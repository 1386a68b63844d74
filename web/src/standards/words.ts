import { addWords } from '../shell/i18n'

addWords('standards', {
  zh: {
    title: '标准',
    under: '设施、人员与办事的标准，按主题',
    search: '名称、适用对象、文件',
    any_topic: '全部主题',
    standard: '标准',
    bound: '要求',
    applies_to: '适用',
    none: '没有标准',
    none_next: '这个方案没有装入标准。',
    checked: '核对',
    any_check: '全部',
    only_unverified: '仅看待核对',
  },
  en: {
    title: 'Standards',
    under: 'Facility, staffing and procedure standards by topic; the texts are in Chinese',
    search: 'Name, subject, document',
    any_topic: 'All topics',
    standard: 'Standard',
    bound: 'Requirement',
    applies_to: 'Applies to',
    none: 'No standards',
    none_next: 'No standards were loaded for this plan.',
    checked: 'Checked',
    any_check: 'All',
    only_unverified: 'Only to be checked',
  },
})
