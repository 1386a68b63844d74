import { addWords } from '../shell/i18n'

addWords('projects', {
  zh: {
    title: '项目', under: '文件所附的重大项目清单', project: '项目', owner: '项目单位', year: '开工', investment: '投资', wan: '万元', beds: '床位', slots: '托位', area: '建筑面积', kind: '类型', any_kind: '全部类型', any_region: '全部地区',
    kinds: { build: '新建改扩建', renovate: '改造', fire_safety: '消防改造', information: '信息化', energy: '节能' }, lists: { elderly: '养老服务', childcare: '托育服务' }, search: '名称、单位、内容',
    sum: '{n} 个项目合计', none: '没有项目', none_next: '这个方案没有附项目清单，或项目不在你的辖区。', exact: '合 {money}',
  },
  en: {
    title: 'Projects', under: 'The lists of major projects in the annex', project: 'Project', owner: 'Owner', year: 'Start', investment: 'Investment', wan: '10k yuan', beds: 'Beds', slots: 'Slots', area: 'Floor area', kind: 'Kind', any_kind: 'All kinds', any_region: 'All places',
    kinds: { build: 'Building', renovate: 'Renovation', fire_safety: 'Fire safety', information: 'Information', energy: 'Energy' }, lists: { elderly: 'Elderly care', childcare: 'Childcare' }, search: 'Name, owner, content',
    sum: '{n} projects in sum', none: 'No projects', none_next: 'The plan has no list of projects, or none lies in your region.', exact: 'that is {money}',
  },
})
