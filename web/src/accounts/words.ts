import { addWords } from '../shell/i18n'

addWords('accounts', {
  zh: {
    title: '账号', under: '谁能看、能填、能管哪里', account: '账号名', display_name: '姓名', role: '角色', region: '辖区', state: '状态', phone: '手机', last: '最近登录', never: '从未', active: '可用', disabled: '已停用', new: '新建账号', new_under: '账号只能看到和改动自己辖区内的内容', any_role: '全部角色', search: '账号名或姓名', actions: '操作',
    none: '没有账号', edit: '修改账号', edit_one: '修改 {name}', reset: '重置密码', reset_one: '重置 {name} 的密码', password: '密码', new_password: '新密码', password_hint: '至少 10 个字，不用生日、电话这类易猜的', again: '再输一次新密码', differs: '两次输入不一样', optional: '可不填',
    saved: '已保存', created: '账号 {name} 已建立', reset_done: '{name} 的密码已重置', missing: '请填写', too_short: '密码至少 10 个字', role_hint: { administrator: '管理账号与方案', official: '查看、填报、督办', reporter: '填报本辖区数据', viewer: '只看', auditor: '只看，含日志' },
    own: '我的账号', own_under: '密码与动态码', change_password: '修改密码', current: '当前密码', changed: '密码已修改', totp: '动态码', totp_on: '已启用。登录时除密码外还需动态码。', totp_off: '未启用。启用后登录更安全。', totp_begin: '启用动态码', totp_remove: '停用动态码',
    totp_step: '在手机的验证器里添加此密钥，再输入它显示的六位数字。', totp_secret: '密钥', totp_link: '在本机验证器中打开', totp_code: '六位动态码', totp_confirm: '确认启用', totp_done: '动态码已启用', totp_removed: '动态码已停用', totp_password: '输入密码以停用',
    sign_in: '登录', sign_in_under: '养老托育工作方案平台', name: '账号', code: '动态码', code_hint: '打开手机验证器，输入六位数字', to_public: '不登录，看公开的方案', signed_out: '登录已失效，请重新登录。登录后回到原来的页面。', another: '换一个账号', disable_hint: '停用后不能登录，记录保留',
  },
  en: {
    title: 'Accounts', under: 'Who may see, report and manage where', account: 'Account', display_name: 'Name', role: 'Role', region: 'Region', state: 'State', phone: 'Phone', last: 'Last signed in', never: 'never', active: 'active', disabled: 'disabled', new: 'New account', new_under: 'An account sees and changes only what lies in its region', any_role: 'All roles', search: 'Account or name', actions: 'Actions',
    none: 'No accounts', edit: 'Change account', edit_one: 'Change {name}', reset: 'Reset password', reset_one: 'Reset the password of {name}', password: 'Password', new_password: 'New password', password_hint: 'At least 10 characters, nothing easily guessed', again: 'New password once more', differs: 'The two entries differ', optional: 'optional',
    saved: 'Saved', created: 'Account {name} created', reset_done: 'Password of {name} reset', missing: 'Please fill in', too_short: 'At least 10 characters', role_hint: { administrator: 'manages accounts and plans', official: 'sees, reports, urges', reporter: 'reports for the region', viewer: 'sees only', auditor: 'sees only, with the journal' },
    own: 'My account', own_under: 'Password and one-time code', change_password: 'Change password', current: 'Current password', changed: 'Password changed', totp: 'One-time code', totp_on: 'On. Signing in asks for a code besides the password.', totp_off: 'Off. Signing in is safer with it.', totp_begin: 'Switch on', totp_remove: 'Switch off',
    totp_step: 'Add this key to the authenticator on your phone, then enter the six digits it shows.', totp_secret: 'Key', totp_link: 'Open in an authenticator on this device', totp_code: 'Six-digit code', totp_confirm: 'Confirm', totp_done: 'One-time code switched on', totp_removed: 'One-time code switched off', totp_password: 'Enter your password to switch it off',
    sign_in: 'Sign in', sign_in_under: 'Plans for elderly care and childcare', name: 'Account', code: 'One-time code', code_hint: 'Open your authenticator and enter the six digits', to_public: 'See the public plans without signing in', signed_out: 'Your session has ended. Sign in again to return to where you were.', another: 'Use another account', disable_hint: 'A disabled account cannot sign in; its records stay',
  },
})
