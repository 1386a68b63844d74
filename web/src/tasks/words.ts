import { addWords } from '../shell/i18n'

addWords('tasks', {
  zh: {
    title: '任务', under: '文件逐条写明的任务，牵头单位、期限与节点', task: '任务', lead: '牵头单位', due: '期限', milestones: '节点', search: '题名、单位、内容', any_lead: '全部单位', any_state: '全部状态',
    state: { open: '进行中', due_soon: '将到期', overdue: '已到期', no_date: '未定期限' }, no_due: '未定', as_lead: '牵头', as_cooperate: '配合', more: '展开', less: '收起', measure: '考核', none: '没有任务', none_next: '这个方案没有装入任务。',
    details: '{number} 号任务的摘要、配合单位与节点', milestone_count: '{n} 个',
  },
  en: {
    title: 'Tasks', under: 'The numbered tasks of the document: lead units, dates, milestones', task: 'Task', lead: 'Lead', due: 'Due', milestones: 'Milestones', search: 'Title, unit, content', any_lead: 'All units', any_state: 'All states',
    state: { open: 'Running', due_soon: 'Due soon', overdue: 'Past its date', no_date: 'No date' }, no_due: 'none', as_lead: 'Lead', as_cooperate: 'With', more: 'Show', less: 'Hide', measure: 'Measure', none: 'No tasks', none_next: 'No tasks were loaded for this plan.',
    details: 'Summary, cooperating units and milestones of task {number}', milestone_count: '{n}',
  },
})
