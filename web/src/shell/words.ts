export const words = {
  zh: {
    name: '老幼',
    tagline: '养老托育工作方案平台',
    shell: {
      skip: '跳到正文', menu: '菜单', close: '关闭', elder: '长辈模式', language: 'English', language_label: '切换到英文', account: '我的账号',
      sign_in: '登录', sign_out: '退出', main_nav: '主导航', plan_nav: '方案导航', change_plan: '更换方案', public_page: '公众页面',
      settings: '显示设置', home: '老幼 首页', messages: '消息', footer: '数字均可查来源；标“演示”的为演示数据。',
    },
    nav: {
      plans: '方案', overview: '总览', indicators: '指标', tasks: '任务', projects: '项目', policies: '政策', standards: '标准', clauses: '条文',
      readings: '填报', regions: '区划', accounts: '账号', journal: '日志', of_platform: '平台', of_plan: '本方案',
    },
    title: { sign_in: '登录', no_right: '无权查看', not_found: '没有这个页面', public_plans: '公开的方案' },
    state: {
      loading: '正在读取', empty: '还没有内容', empty_next: '没有符合条件的行，放宽条件再看。', no_right: '你没有权限查看', no_right_next:
        '此页在你的角色或辖区之外。需要查看时，请联系本单位管理员调整角色或辖区。', to_plans: '回到方案列表', not_found: '找不到', not_found_next: '地址可能有误，或内容已撤下。',
      error: '没有读到数据', retry: '重试', reference: '查询编号 {id}', pages: '翻页', rows: '共 {total} 行', narrow: '行数较多，建议加条件缩小范围',
      too_many: '共 {total} 行，先列出 {shown} 行。', more: '再列一些', no_match: '没有符合条件的行', no_match_next: '放宽或清除筛选条件。', clear: '清除条件',
    },
  },
  en: {
    name: 'Laoyou',
    tagline: 'Plans for elderly care and childcare',
    shell: {
      skip: 'Skip to content', menu: 'Menu', close: 'Close', elder: 'Large view', language: '中文', language_label: 'Switch to Chinese', account: 'My account',
      sign_in: 'Sign in', sign_out: 'Sign out', main_nav: 'Main', plan_nav: 'Plan', change_plan: 'Other plans', public_page: 'Public page',
      settings: 'Display', home: 'Laoyou, start page', messages: 'Messages', footer: 'Every figure states its source; those marked “demo” are demonstration data.',
    },
    nav: {
      plans: 'Plans', overview: 'Overview', indicators: 'Indicators', tasks: 'Tasks', projects: 'Projects', policies: 'Policies', standards: 'Standards', clauses: 'Clauses',
      readings: 'Reporting', regions: 'Regions', accounts: 'Accounts', journal: 'Journal', of_platform: 'Platform', of_plan: 'This plan',
    },
    title: { sign_in: 'Sign in', no_right: 'No right to see this', not_found: 'No such page', public_plans: 'Public plans' },
    state: {
      loading: 'Loading', empty: 'Nothing here yet', empty_next: 'No rows fit the conditions; widen them.', no_right: 'You may not see this', no_right_next:
        'This page lies outside your role or region. If you need it, ask your administrator to change either.', to_plans: 'Back to the plans', not_found: 'Not found',
      not_found_next: 'The address may be wrong, or the content was withdrawn.', error: 'The data could not be read', retry: 'Try again', reference: 'Reference {id}',
      pages: 'Pages', rows: '{total} rows', narrow: 'that is many: add conditions to narrow them', too_many: '{total} rows, the first {shown} are listed.', more: 'List more',
      no_match: 'No rows fit', no_match_next: 'Widen or clear the filters.', clear: 'Clear filters',
    },
  },
}
