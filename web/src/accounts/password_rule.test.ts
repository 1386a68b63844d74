import { expect, it } from 'vitest'
import { passwordFault } from './password_rule'

it.each([
  ['', '', 'missing'],
  ['short', 'short', 'too_short'],
  ['long enough one', 'long enough two', 'differs'],
  ['long enough one', 'long enough one', undefined],
])('a new password "%s" repeated as "%s" has the fault %s', (password, again, fault) => expect(passwordFault(password, again)).toBe(fault))
it('counts characters, not bytes', () => expect(passwordFault('一二三四五六七八九十', '一二三四五六七八九十')).toBeUndefined())
