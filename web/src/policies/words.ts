import { addWords } from '../shell/i18n'

addWords('policies', {
  zh: {
    title: '政策',
    under: '支持养老和托育的措施，按政策包和类别',
    search: '题名、内容、单位',
    any_unit: '全部单位',
    goal: '预期目标',
    none: '没有政策',
    none_next: '这个方案没有装入政策措施。',
    packages: { elderly: '养老服务政策', childcare: '托育服务政策', both: '养老托育政策' },
    count: '{n} 条',
  },
  en: {
    title: 'Policies',
    under: 'Support measures by package and category; the texts are in Chinese',
    search: 'Title, content, unit',
    any_unit: 'All units',
    goal: 'Goal',
    none: 'No policies',
    none_next: 'No support measures were loaded for this plan.',
    packages: { elderly: 'Elderly care', childcare: 'Childcare', both: 'Elderly care and childcare' },
    count: '{n}',
  },
})
