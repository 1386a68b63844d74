// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { callSettings, download, nameOfFile, post } from './client'

it('a file keeps the name that the server gives it, Chinese ones too', () => {
  expect(nameOfFile(`attachment; filename="x.xlsx"; filename*=UTF-8''%E6%9C%BA%E6%9E%84.xlsx`, 'y')).toBe('机构.xlsx')
  expect(nameOfFile('attachment; filename=x.csv', 'y')).toBe('x.csv')
  expect(nameOfFile("attachment; filename*=UTF-8''%E6%9", 'y')).toBe('y')
  expect(nameOfFile(null, '机构.csv')).toBe('机构.csv')
})
it('a refusal is told and not saved as a file', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"code":"records.export_too_large","detail":"太多"}', { status: 422 }))
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click')
  await expect(download('/api/institutions/export', 'x')).rejects.toMatchObject({ status: 422, code: 'records.export_too_large' })
  expect(click).not.toHaveBeenCalled()
})
it('a call that wants the password again is sent again once it was typed, and refused where it was not', async () => {
  const answers = [new Response('{"code":"accounts.prove_again"}', { status: 403 }), new Response('{"id":"1"}')]
  vi.stubGlobal('fetch', async () => answers.shift())
  callSettings.prove = async () => true
  expect(await post('/api/accounts/{id}/unlock', { path: { id: '1' } })).toEqual({ id: '1' })
  answers.push(new Response('{"code":"accounts.prove_again"}', { status: 403 }))
  callSettings.prove = async () => false
  await expect(post('/api/accounts/{id}/unlock', { path: { id: '1' } })).rejects.toMatchObject({ code: 'accounts.prove_again' })
})
