import { reactive } from 'vue'
import { regions } from '../api/calls'
import { records } from './calls'
import { titleIn, type Field, type Names, type Register } from './description'

/** Names for what fields say by code or id, where no answer brought them: asked one by one, so for a handful of values only. */
export function useTitles(
  known: Names,
  registerOf: (record: string) => Register | undefined,
): { names: Names; learn: (field: Field, value: unknown) => Promise<void> } {
  const names: Names = reactive(structuredClone(known))
  async function learn(field: Field, value: unknown): Promise<void> {
    const id = typeof value === 'string' ? value : ''
    const record = field.kind === 'region' ? 'region' : field.kind === 'reference' ? (field.references ?? '') : ''
    if (!id || !record || names[record]?.[id]) return
    const title = await titleOf(record, id).catch(() => undefined)
    if (title) names[record] = { ...names[record], [id]: title }
  }
  async function titleOf(record: string, id: string): Promise<string | undefined> {
    if (record === 'region') return (await regions.one(id)).name
    const register = registerOf(record)
    return register && titleIn(register, (await records.one(register.path, id)).row)
  }
  return { names, learn }
}
