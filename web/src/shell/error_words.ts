/** Refusals in words; the key is the server's code with its dots as underscores. Codes not listed speak the server's own text. */
export const words = {
  zh: {
    unknown: '服务器没有说明原因。',
    network: '连不上服务器。检查网络后重试。',
    http_502: '服务器正在启动或维护，稍后重试。',
    http_503: '服务器暂时不能写入或读取，稍后重试。',
    accounts_wrong_password: '账号或密码错误。',
    accounts_code_needed: '请输入动态口令。',
    accounts_locked: '多次输错，账号已暂时锁定。稍后再试，或请管理员重置密码。',
  },
  en: {
    unknown: 'The server gave no reason.',
    network: 'The server cannot be reached. Check the network and try again.',
    http_502: 'The server is starting; try again shortly.',
    http_503: 'The server cannot read or write for the moment; try again shortly.',
    accounts_wrong_password: 'Wrong name or password.',
    accounts_code_needed: 'Enter the one-time code.',
    accounts_locked: 'Too many wrong tries: the account is locked for a while. Try later or ask an administrator.',
  },
}
