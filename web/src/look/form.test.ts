import { describe, expect, it } from 'vitest'
import { announce, message } from '../shell/announce'
import { useForm } from './form'

describe('a form that is sent', () => {
  it('says nothing any more of the sending before', async () => {
    const form = useForm()
    await form.send(async () => announce('已报送'))
    expect(message.text).toBe('已报送')
    const taken = await form.send(async () => {
      throw new Error('refused')
    })
    expect(taken).toBe(false)
    expect(message.text).toBe('')
  })
  it('is sent once at a time', async () => {
    const form = useForm()
    let end = (): void => {}
    const first = form.send(() => new Promise<void>((done) => (end = done)))
    expect(await form.send(async () => {})).toBe(false)
    end()
    expect(await first).toBe(true)
  })
})
