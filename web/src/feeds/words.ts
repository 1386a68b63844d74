import { addWords } from '../shell/i18n'

addWords('feeds', {
  zh: {
    title: '数据来源', under: '谁报什么、信到什么程度、多久一次；每个数都能点开看是哪些人',
    source: '来源', sender: '报送单位', last: '最近一次', owed: '应报日期', overdue: '已逾期', never: '尚未报送', records: '人数', example: '示例',
    flags: { incomplete: '不完整', contradictory: '有矛盾', gone: '不再包含', unknown: '查无此人', all: '全部' },
    to_tasks: '待核人员', to_quality: '数据质量', send: '报送名单', send_title: '报送一份名单', day: '数据日期', file: '表格文件（.xlsx 或 .csv）', check: '上传并检查', choose_source: '选择来源',
    headers: '表头须为', deliveries: '报送记录', none: '还没有数据来源', none_next: '数据来源写在方案的 feeds 文件夹里。', no_deliveries: '还没有报送', no_deliveries_next: '选择来源和表格，先检查，再写入。',
    delivery: '一次报送', state: '状态', sent: '报送', by: '由', counts: '结果',
    count: { rows: '行', created: '新增人员', changed: '有变化', unchanged: '无变化', unknown: '查无此人', doubtful: '疑似某人', refused: '有误', conflicts: '矛盾字段', gone: '不再包含' },
    states: { received: '检查中', looked: '已检查', applied: '已写入', refused: '无法读取', set_aside: '已作废' },
    apply: '写入登记册', set_aside: '作废', applied: '已写入登记册', wrong_rows: '有误的行不会写入，改好后另报一次', wrong_title: '有误之处', found_title: '将发生的变化', found_done: '发生的变化',
    line: '第 {line} 行', outcome: { created: '新增', changed: '有变化', unchanged: '无变化', unknown: '查无此人', doubtful: '疑似某人' }, fields: '字段',
    takes: '采用', keeps: '不采用', rival: '与“{source}”不一致', by_hand: '与人工录入不一致', nothing: '没有变化',
    records_title: '{source}：{flag}', person: '人员', place: '地区', no_records: '没有这样的记录', no_records_next: '这一项是零。', which: '涉及字段', next: '下一页', first: '回到第一页', not_in: '登记册中没有',
    quality: '数据质量', quality_under: '各来源在各县（市、区）的历次情况：完整、按时、不矛盾', complete: '完整率', agree: '无矛盾率', known: '查有此人', fresh: '按时', late: '逾期', history: '历次完整率',
  },
  en: {
    title: 'Sources', under: 'Who sends what, how far it is believed, how often it is owed; every figure opens the people behind it',
    source: 'Source', sender: 'Sender', last: 'Last delivery', owed: 'Owed by', overdue: 'Overdue', never: 'None yet', records: 'People', example: 'Example',
    flags: { incomplete: 'Incomplete', contradictory: 'Contradictory', gone: 'No longer contained', unknown: 'Unknown', all: 'All' },
    to_tasks: 'People to decide about', to_quality: 'Quality', send: 'Send a list', send_title: 'Send a list', day: 'As of', file: 'Sheet (.xlsx or .csv)', check: 'Upload and look', choose_source: 'Choose a source',
    headers: 'The headers are', deliveries: 'Deliveries', none: 'No sources yet', none_next: 'Sources stand in the folder feeds of a plan.', no_deliveries: 'No deliveries yet', no_deliveries_next: 'Choose a source and a sheet, look, then apply.',
    delivery: 'A delivery', state: 'State', sent: 'Sent', by: 'by', counts: 'Result',
    count: { rows: 'rows', created: 'new people', changed: 'changed', unchanged: 'unchanged', unknown: 'unknown', doubtful: 'perhaps somebody', refused: 'wrong', conflicts: 'fields in conflict', gone: 'no longer contained' },
    states: { received: 'Being looked at', looked: 'Looked at', applied: 'Applied', refused: 'Cannot be read', set_aside: 'Set aside' },
    apply: 'Apply to the register', set_aside: 'Set aside', applied: 'Applied to the register', wrong_rows: 'Rows that are wrong are left out; send them again when mended', wrong_title: 'What is wrong', found_title: 'What would change', found_done: 'What changed',
    line: 'Row {line}', outcome: { created: 'New', changed: 'Changed', unchanged: 'Unchanged', unknown: 'Unknown', doubtful: 'Perhaps somebody' }, fields: 'Fields',
    takes: 'taken', keeps: 'not taken', rival: '“{source}” says otherwise', by_hand: 'typed here otherwise', nothing: 'Nothing changes',
    records_title: '{source}: {flag}', person: 'Person', place: 'Place', no_records: 'No such records', no_records_next: 'This figure is zero.', which: 'Fields', next: 'Next page', first: 'First page', not_in: 'Not in the register',
    quality: 'Quality of data', quality_under: 'Each source in each county over time: complete, on time, without contradiction', complete: 'Complete', agree: 'Without contradiction', known: 'Found', fresh: 'On time', late: 'Late', history: 'Complete over time',
  },
})

addWords('person_tasks', {
  zh: {
    title: '待核人员', under: '是不是同一个人、哪个值是对的：两份记录并列，看清再定；合并可以撤销',
    kinds: { same_person: '疑似同一人', contradiction: '来源矛盾' }, states: { open: '待核', later: '以后再定', done: '已决定' }, kind: '事项', all: '全部', who: '涉及人员', and: '与', certainty: '同一人的可能', place: '地区', from: '来源', field: '字段',
    register: '登记册', none: '没有待核事项', none_next: '有新的名单写入，或查找重复人员后，疑似的会列在这里。', look: '查找重复人员', next: '下一页', first: '回到第一页',
    one: '甲', two: '乙', of_source: '来源记录', held: '现有值', said: '来源值', says: '说明', evidence: '有力反证：{what}',
    levels: { exact: '相同', alias: '同音或别写', crossed: '互换', contained: '一个写得短', close: '差一处', similar: '相近', faint: '略像', differs: '不同', missing: '不详' },
    same: '是同一人，合并', attach: '是同一人', separate: '是两个人', later: '以后再定', ours: '保留现有值', theirs: '采用来源值', keep: '保留', note: '说明（可不填）', decided: '已决定：{what}',
    decisions: { same: '同一人', two: '两个人', ours: '保留现有值', theirs: '采用来源值' }, undo: '撤销合并', undone: '已撤销，两份记录恢复原样', done: '已记下', looked: '查看已记入留痕', back: '回到清单', merged: '已合并',
  },
  en: {
    title: 'People to decide about', under: 'One person or two, and which value is right: both records side by side; a merge can be undone',
    kinds: { same_person: 'Perhaps one person', contradiction: 'Sources contradict' }, states: { open: 'Open', later: 'Later', done: 'Decided' }, kind: 'Matter', all: 'All', who: 'Who', and: 'and', certainty: 'One person', place: 'Place', from: 'Source', field: 'Field',
    register: 'Register', none: 'Nothing to decide', none_next: 'Doubtful people of new lists, or of a search for duplicates, stand here.', look: 'Look for duplicates', next: 'Next page', first: 'First page',
    one: 'One', two: 'Two', of_source: 'Record of the source', held: 'Held', said: 'Said', says: 'What it says', evidence: 'Hard evidence against: {what}',
    levels: { exact: 'the same', alias: 'same sound or form', crossed: 'exchanged', contained: 'one is shorter', close: 'one slip', similar: 'alike', faint: 'faintly alike', differs: 'different', missing: 'not known' },
    same: 'One person: merge', attach: 'One person', separate: 'Two people', later: 'Later', ours: 'Keep what is held', theirs: 'Take what the source says', keep: 'Keep', note: 'Note (may be empty)', decided: 'Decided: {what}',
    decisions: { same: 'one person', two: 'two people', ours: 'kept', theirs: 'taken from the source' }, undo: 'Undo the merge', undone: 'Undone: both records are as they were', done: 'Noted', looked: 'This look is noted in the journal', back: 'Back to the list', merged: 'Merged',
  },
})
