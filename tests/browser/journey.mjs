import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, visitor } from './visitor.mjs'

let browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
})

async function walkOnce(options, walk) {
  const visit = await visitor(browser, options)
  try {
    await walk(visit)
    assert.deepEqual(visit.wrong, [])
  } finally {
    await visit.close()
  }
}

/**
 * One test in a fresh browser profile; whatever went wrong behind the screen fails it too. A journey that fails is walked once more, since a
 * busy machine may have been slower than any waiting; the first failure is told in any case. With LAOYOU_ONE_WALK=1 the first counts.
 */
export function journey(name, options, walk) {
  test(name, async (context) => {
    try {
      await walkOnce(options, walk)
    } catch (error) {
      if (process.env.LAOYOU_ONE_WALK) throw error
      context.diagnostic(`walked twice, the first time: ${error.stack}`)
      console.log(`walked twice: ${name}\n${error.stack}`)
      await walkOnce(options, walk)
    }
  })
}
