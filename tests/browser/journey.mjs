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

/** One test in a fresh browser profile; whatever went wrong behind the screen fails it too. */
export function journey(name, options, walk) {
  test(name, async () => {
    const visit = await visitor(browser, options)
    try {
      await walk(visit)
      assert.deepEqual(visit.wrong, [])
    } finally {
      await visit.close()
    }
  })
}
