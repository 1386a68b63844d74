import { addWords } from '../shell/i18n'

addWords('journal', {
  zh: {
    title: '日志', under: '每一次改动：谁、何时、从哪里、改前和改后', verify: '校验日志', verifying: '正在校验', last_seal: '最后封印', older: '更早的记录', newest: '回到最新', verified: '校验无误', broken: '校验有误', entries: '条记录', seals: '次封存', at: '时间', who: '账号', door: '途径', action: '动作', record: '对象', change: '改动', any_record: '全部对象', before: '改前', after: '改后', sequence: '序号', details: '改前与改后', nobody: '系统',
    actions: { insert: '新增', create: '新增', update: '修改', delete: '删除', sign_in: '登录', sign_out: '退出' }, records: { reading: '填报', indicator_reading: '填报', account: '账号', session: '会话' }, doors: { demo: '演示装入', screen: '界面', import: '表格', api: '接口', web: '界面', http: '界面', cli: '命令行', sheet: '表格', command: '命令行' },
    fields: { value: '值', source: '依据', period: '时期', region: '区划', indicator: '指标', plan: '方案', name: '账号名', display_name: '姓名', account: '账号', expires_at: '到期', role: '角色', phone: '手机', state: '状态', password: '密码', synthetic: '演示', reported_at: '填报时间', reported_by: '填报人', totp_enabled: '动态码', created_at: '建立时间', last_sign_in_at: '最近登录', id: '编号' },
    none: '没有记录', none_next: '还没有发生改动。', broken_next: '日志与封存不符。请立即停止写入，并由审计人员在服务器上运行校验。',
  },
  en: {
    title: 'Journal', under: 'Every change: who, when, by which door, before and after', verify: 'Verify', verifying: 'Verifying', last_seal: 'last seal', older: 'Older', newest: 'Newest', verified: 'verified', broken: 'does not verify', entries: 'entries', seals: 'seals', at: 'Time', who: 'Account', door: 'Door', action: 'Action', record: 'Record', change: 'Change', any_record: 'All records', before: 'Before', after: 'After', sequence: 'No.', details: 'Before and after', nobody: 'System',
    actions: { insert: 'added', create: 'added', update: 'changed', delete: 'deleted', sign_in: 'signed in', sign_out: 'signed out' }, records: { reading: 'Reading', indicator_reading: 'Reading', account: 'Account', session: 'Session' }, doors: { screen: 'screen', import: 'sheet', api: 'API', web: 'screen', http: 'screen', cli: 'command line', sheet: 'sheet', command: 'command line' },
    fields: { value: 'value', source: 'source', period: 'period', account: 'account', expires_at: 'expires', region: 'region', indicator: 'indicator', plan: 'plan', display_name: 'name', name: 'account', totp_enabled: 'one-time code', created_at: 'created', last_sign_in_at: 'last signed in', reported_at: 'reported', reported_by: 'reporter' },
    none: 'No entries', none_next: 'Nothing has been changed yet.', broken_next: 'The journal does not fit its seals. Stop writing and have an auditor verify it on the server.',
  },
})
