import { addWords } from '../shell/i18n'

addWords('plan', {
  zh: {
    list: '方案', list_under: '你的辖区内正在执行的工作方案', document: '文号', issued: '印发 {date}', runs: '{from} 至 {to}',
    none: '没有可看的方案', none_next: '你的辖区还没有装入方案。请管理员把方案文件夹装入服务器。',
    of_indicators: '指标进展', as_of: '数据截至 {date}', of_group: '按类别', all_indicators: '全部指标',
    waits: '期限', overdue: '已过期限 {n} 项', no_due: '没有带期限的任务', days_left: '还有 {n} 天', days_over: '已过 {n} 天', today: '今天到期',
    all_tasks: '全部任务', of_projects: '项目合计', count: '个项目', beds: '张床位', slots: '个托位', wan: '万元', all_projects: '全部项目',
    figures: '背景数据', figures_under: '文件自己写明的数', all_figures: '列出全部 {n} 条', fewer: '收起', more_uses: '再列 {n} 条', period: '时期', figure: '名称',
    layers: '方案的层', layers_under: '上层的条目，本层没有另写时照用。', layer_national: '国家标准', this_layer: '本方案', public: '公众页面',
    clauses: '条文', clauses_under: '文件的骨架：每一条由哪些指标、任务、项目、政策落实', carried: '落实于', not_carried: '无直接条目', show: '显示',
    only_carried: '只看有落实条目的', every_clause: '全部条文', search_clauses: '条号、题名、落实条目',
    use: { indicator: '指标', task: '任务', milestone: '节点', project: '项目', policy: '政策', standard: '标准', figure: '数据' },
  },
  en: {
    list: 'Plans', list_under: 'Work plans in force in your region', document: 'Document', issued: 'issued {date}', runs: '{from} to {to}',
    none: 'No plan to see', none_next: 'No plan is loaded for your region. Ask your administrator to load its folder.',
    of_indicators: 'Indicators', as_of: 'Data as of {date}', of_group: 'By group', all_indicators: 'All indicators',
    waits: 'Dates', overdue: '{n} past their date', no_due: 'No task has a date', days_left: '{n} days left', days_over: '{n} days over', today: 'due today',
    all_tasks: 'All tasks', of_projects: 'Projects in sum', count: 'projects', beds: 'beds', slots: 'childcare slots', wan: '10k yuan', all_projects: 'All projects',
    figures: 'Background figures', figures_under: 'As the document itself states them', all_figures: 'List all {n}', fewer: 'Show fewer', more_uses: '{n} more', period: 'Period', figure: 'Name',
    layers: 'Layers', layers_under: 'A row of a layer above holds unless this plan has its own.', layer_national: 'National standards', this_layer: 'this plan', public: 'Public page',
    clauses: 'Clauses', clauses_under: 'The skeleton of the document: which rows carry each clause out', carried: 'Carried out by', not_carried: 'no row of its own', show: 'Show',
    only_carried: 'Only those carried out', every_clause: 'All clauses', search_clauses: 'Number, title, row',
    use: { indicator: 'Indicator', task: 'Task', milestone: 'Milestone', project: 'Project', policy: 'Policy', standard: 'Standard', figure: 'Figure' },
  },
})
