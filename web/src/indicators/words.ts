import { addWords } from '../shell/i18n'

addWords('indicators', {
  zh: {
    title: '指标', under: '{region} · {level}', where: '所在位置', light: '灯号', any_light: '全部灯号', worst_first: '落后在前', plan_order: '按方案次序', order: '排列',
    name: '指标', view: '看法', as_map: '示意图', as_table: '表格', as_chart: '走势图',
    map_of: '下级各地：{name}', map_note: '示意图，每格一地，位置大致按方位，不代表面积和边界。', map_note_code: '示意图，每格一地，按代码排列，不代表方位、面积和边界。',
    no_children: '{region} 没有下级区划的数据。', drill: '进入', pick: '在图上看此指标', picked: '图上显示', place: '地区', open_detail: '查看',
    none: '没有符合条件的指标', report: '填报', trend: '走势', trend_none: '还没有可连成走势的数据。填报后在此显示。', previous: '上期', rank: '同级位次', down_to: '填报到 {level}',
    why: '为什么是这个数', why_source: '条文', why_lead: '牵头单位', why_definition: '口径', why_rule: '计算', why_rule_none: '由填报得来，不由规则计算', why_rows: '填报记录', why_no_rows: '本地本期没有填报记录。',
    reported: '{who} 填报于 {at}', reported_at: '填报于 {at}', why_light: '灯号', why_light_text: { met: '现值达到目标。', near: '现值未到目标，差距在一成以内。', behind: '现值距目标超过一成。', no_data: '没有现值，或本级没有目标，不能判断。' },
    why_gap: '现值 {actual}，目标 {target}，差距 {gap}', targets: '各期目标', baseline: '基数', children: '下级各地', no_target_here: '本级不设目标', target_of: '{period}目标',
    up_to_date: '', reporter: '填报人', chart_label: '{name} 各期数值的走势图，下方可换成表格', demo_series: '空心点为演示数据', lead_none: '条文未写明',
  },
  en: {
    title: 'Indicators', under: '{region} · {level}', where: 'You are at', light: 'Light', any_light: 'All lights', worst_first: 'Behind first', plan_order: 'As in the plan', order: 'Order',
    name: 'Indicator', view: 'View', as_map: 'Map', as_table: 'Table', as_chart: 'Chart',
    map_of: 'Below here: {name}', map_note: 'Schematic map: one tile a place, roughly where it lies; not to scale.', map_note_code: 'Schematic map: one tile a place in the order of codes; not to scale and not by position.',
    no_children: 'There is nothing below {region}.', drill: 'Open', pick: 'Show on the map', picked: 'On the map', place: 'Place', open_detail: 'Open',
    none: 'No indicator fits', report: 'Report', trend: 'Trend', trend_none: 'No series yet. It appears here once values are reported.', previous: 'Before', rank: 'Rank', down_to: 'reported down to {level}',
    why: 'Why this figure', why_source: 'Clause', why_lead: 'Lead units', why_definition: 'Definition', why_rule: 'Rule', why_rule_none: 'Reported, not computed by a rule', why_rows: 'Reports', why_no_rows: 'Nothing was reported for this place.',
    reported: 'by {who} on {at}', reported_at: 'on {at}', why_light: 'Light', why_light_text: { met: 'The figure reaches its target.', near: 'Short of the target by a tenth at most.', behind: 'Short of the target by more than a tenth.', no_data: 'No figure, or no target at this level: no judgement.' },
    why_gap: 'now {actual}, target {target}, gap {gap}', targets: 'Targets', baseline: 'Baseline', children: 'Places below', no_target_here: 'No target at this level', target_of: 'target {period}',
    up_to_date: '', reporter: 'Reporter', chart_label: 'Trend of {name}; the same figures as a table below', demo_series: 'Hollow points are demonstration data', lead_none: 'not named in the clause',
  },
})
