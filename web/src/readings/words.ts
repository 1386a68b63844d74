import { addWords } from '../shell/i18n'

addWords('readings', {
  zh: {
    title: '填报', under: '各地上报的指标数值', report: '填报一个数', send: '填报', import: '导入表格', export: '导出', indicator: '指标', any_indicator: '全部指标', period: '时期', period_hint: '年 2025、半年 2025-H1、季 2025-Q3、月 2025-06', value: '值', source: '数据来源', source_hint: '如 民政局月报、机构台账', reporter: '填报人', at: '填报时间',
    none: '没有填报数据', none_next: '填报一个数，或导入表格。', saved: '已填报：{name}，{region}，{period}', changed: '已修改', removed: '已删除', remove_one: '删除 {name} {region} {period} 的值', edit_one: '修改 {name} {region} {period} 的值', remove_sure: '删除这一条数据?日志里保留记录。',
    missing: '请填写', bad_period: '时期的写法不对', bad_value: '请填数字', no_right_report: '你的角色不能填报', report_under: '同一指标、区划、时期再填，即改为新值，旧值留在日志里。', target: '目标 {target}', now: '现值 {value}({period})', actions: '操作',
    import_title: '导入表格', import_under: '先试导检查每一行，无误后再导入。有一行不对，就一行也不写入。', template: '下载模板', file: '选择文件（.xlsx 或 .csv）', try: '试导', run: '导入', read: '读到 {n} 行', would: '将新增 {inserted} 行，修改 {updated} 行。', done: '已导入：新增 {inserted} 行，修改 {updated} 行。', place: '位置', problem: '问题', problems: '{n} 处需要改', problems_next: '改好表格后重新选择文件。', choose_first: '先选择文件', wrong_kind: '只收 .xlsx 或 .csv 文件', step_file: '第一步 选择文件', step_try: '第二步 试导', step_run: '第三步 导入', back: '回到填报',
  },
  en: {
    title: 'Reporting', under: 'Values reported by the regions', report: 'Report a value', send: 'Report', import: 'Import a sheet', export: 'Export', indicator: 'Indicator', any_indicator: 'All indicators', period: 'Period', period_hint: 'Year 2025, half 2025-H1, quarter 2025-Q3, month 2025-06', value: 'Value', source: 'Source of the figure', source_hint: 'such as the monthly return', reporter: 'Reporter', at: 'Reported',
    none: 'No values', none_next: 'Report one, or import a sheet.', saved: 'Reported: {name}, {region}, {period}', changed: 'Changed', removed: 'Deleted', remove_one: 'Delete the value of {name} {region} {period}', edit_one: 'Change the value of {name} {region} {period}', remove_sure: 'Delete this value? The journal keeps it.',
    missing: 'Please fill in', bad_period: 'Not a period', bad_value: 'Please enter a number', no_right_report: 'Your role may not report', report_under: 'Reporting the same indicator, region and period again replaces the value; the journal keeps the old one.', target: 'target {target}', now: 'now {value} ({period})', actions: 'Actions',
    import_title: 'Import a sheet', import_under: 'A trial checks every row first. If one row is wrong, none is written.', template: 'Template', file: 'Choose a file (.xlsx or .csv)', try: 'Trial', run: 'Import', read: '{n} rows read', would: '{inserted} would be added, {updated} changed.', done: 'Imported: {inserted} added, {updated} changed.', place: 'Place', problem: 'Problem', problems: '{n} to correct', problems_next: 'Correct the sheet and choose it again.', choose_first: 'Choose a file first', wrong_kind: 'Only .xlsx or .csv files', step_file: 'Step 1: choose a file', step_try: 'Step 2: trial', step_run: 'Step 3: import', back: 'Back to reporting',
  },
})
