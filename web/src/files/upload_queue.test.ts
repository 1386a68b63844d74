import { expect, it } from 'vitest'
import { useUploads, type UploadItem } from './upload_queue'

const file = (name: string, size = 10): File => new File(['x'.repeat(size)], name)
const settle = () => new Promise((resolve) => setTimeout(resolve))

/** A server whose answers the test gives. */
function someServer() {
  const asked: { name: string; signal: AbortSignal; answer: (how: 'good' | 'bad') => void }[] = []
  const sent: string[] = []
  const failed: string[] = []
  const queue = useUploads<string>(
    (one, _told, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        asked.push({ name: one.name, signal, answer: (how) => (how === 'good' ? resolve(one.name) : reject(new Error('no'))) })
      }),
    (_item, answer) => sent.push(answer),
    (item: UploadItem) => failed.push(item.file.name),
  )
  return { queue, asked, sent, failed }
}

it('sends two at a time, in order, and forgets what has arrived', async () => {
  const { queue, asked, sent } = someServer()
  queue.add([file('a'), file('b'), file('c')], 100)
  expect(asked.map((one) => one.name)).toEqual(['a', 'b'])
  asked[0].answer('good')
  await settle()
  expect(asked.map((one) => one.name)).toEqual(['a', 'b', 'c'])
  asked[1].answer('good')
  asked[2].answer('good')
  await settle()
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(queue.items).toHaveLength(0)
})

it('keeps what failed until it is tried again, and the others go on', async () => {
  const { queue, asked, sent, failed } = someServer()
  queue.add([file('a'), file('b'), file('c')], 100)
  asked[0].answer('bad')
  asked[1].answer('good')
  await settle()
  asked[2].answer('good')
  await settle()
  expect(failed).toEqual(['a'])
  expect(queue.items.map((one) => [one.file.name, one.state])).toEqual([['a', 'failed']])
  queue.retry(queue.items[0])
  asked[3].answer('good')
  await settle()
  expect(sent).toEqual(['b', 'c', 'a'])
})

it('stops what is cancelled, whether it was being sent or waited', async () => {
  const { queue, asked } = someServer()
  queue.add([file('a'), file('b'), file('c')], 100)
  queue.cancel(queue.items[2])
  queue.cancel(queue.items[0])
  await settle()
  expect(asked[0].signal.aborted).toBe(true)
  expect(queue.items.map((one) => one.state)).toEqual(['cancelled', 'sending', 'cancelled'])
  expect(asked).toHaveLength(2)
})

it('does not send what is too large', () => {
  const { queue, asked } = someServer()
  queue.add([file('a', 101)], 100)
  expect(queue.items[0].state).toBe('too_large')
  expect(asked).toHaveLength(0)
})
