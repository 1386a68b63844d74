export const words = {
  zh: {
    title: '公开的方案', under: '政府养老托育工作方案的目标、任务和措施，任何人都可以看', none: '还没有公开的方案', none_next: '方案公开后在此列出。',
    goals: '到时要做到', goals_under: '方案写明的指标和目标', from: '原来', tasks: '要做的事', tasks_under: '每件事由谁牵头', projects: '要建的项目', policies: '支持措施', standards: '标准', figures: '背景数据', contents: '本页内容',
    lead: '牵头', count: '个项目', invest: '投资', wan: '万元', beds: '张床位', slots: '个托位', clauses: '文件的章节', show: '看全部 {n} 条', elderly: '养老', childcare: '托育', both: '养老和托育', source: '依据', issued: '{issuer} {date} 印发', runs: '执行 {from} 至 {to}', target_by: '{period}',
  },
  en: {
    title: 'Public plans', under: 'Goals, tasks and measures of government plans for elderly care and childcare, open to everyone', none: 'No public plan yet', none_next: 'Plans appear here once they are published.',
    goals: 'What is to be reached', goals_under: 'Indicators and targets of the plan', from: 'before', tasks: 'What is to be done', tasks_under: 'and who leads it', projects: 'What is to be built', policies: 'Support measures', standards: 'Standards', figures: 'Background figures', contents: 'On this page',
    lead: 'Lead', count: 'projects', invest: 'Investment', wan: '10k yuan', beds: 'beds', slots: 'childcare slots', clauses: 'Chapters of the document', show: 'All {n}', elderly: 'Elderly care', childcare: 'Childcare', both: 'Both', source: 'Source', issued: 'issued by {issuer} on {date}', runs: 'in force {from} to {to}', target_by: 'by {period}',
  },
}
