import { addWords } from '../shell/i18n'

addWords('people', {
  zh: {
    subsidies: '补贴：领了多少，为什么',
    at_a_glance: '一眼看懂',
    age: '{years}岁',
    lives: '住在',
    needs: '需要',
    given: '得到',
    last_visit: '最近探访',
    last_assessment: '最近评估',
    never: '没有记录',
    no_needs: '没有登记的困难',
    hidden: '已按权限隐去',
    no_services: '没有登记的服务',
  },
  en: {
    subsidies: 'Subsidies: how much, and why',
    at_a_glance: 'At a glance',
    age: 'aged {years}',
    lives: 'Lives',
    needs: 'Needs',
    given: 'Is given',
    last_visit: 'Last visit',
    last_assessment: 'Last assessment',
    never: 'none on record',
    no_needs: 'no hardship on record',
    hidden: 'hidden from this account',
    no_services: 'no service on record',
  },
})
