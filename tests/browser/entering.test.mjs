import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { plan, signIn } from './visitor.mjs'

journey('who is not signed in is asked to sign in and then stands where they wanted to go', {}, async (visit) => {
  await visit.open(`/plans/${plan}/tasks`)
  assert.match(visit.page.url(), /\/sign-in\?next=/)
  const before = visit.page.url()
  await visit.page.getByLabel('账号', { exact: true }).fill('nobody')
  await visit.page.getByLabel('密码', { exact: true }).fill('not the password')
  await visit.page.getByRole('button', { name: '登录' }).click()
  await visit.page.getByRole('alert').waitFor()
  assert.equal(visit.page.url(), before)
})

journey('the language switch changes words, page language and title, and is remembered', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/plans')
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN')
  const chinese = await page.title()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.notEqual(await page.title(), chinese)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
})

journey('the large view keeps the page and makes all its text 18 px or more', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/tasks`)
  const rows = await page.locator('.tasks > li').count()
  await page.getByRole('button', { name: '长辈模式' }).click()
  await page.locator('html[data-elder]').waitFor()
  assert.equal(await page.locator('.tasks > li').count(), rows)
  const small = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement
      if (
        !texts.currentNode.textContent.trim() ||
        !holder.checkVisibility() ||
        holder.closest('.unseen, [aria-hidden="true"], script, option')
      )
        continue
      if (parseFloat(getComputedStyle(holder).fontSize) < 18) found.push(texts.currentNode.textContent.trim())
    }
    return found
  })
  assert.deepEqual(small, [])
})

journey('who may not see a page is told so in plain words, and is not offered it', {}, async (visit) => {
  await signIn(visit, 'viewer')
  const { page } = visit
  assert.equal(await page.getByRole('link', { name: '账号', exact: true }).count(), 0)
  for (const path of ['/accounts', '/journal', `/plans/${plan}/readings/report`]) {
    await visit.open(path)
    await page.getByRole('heading', { name: '当前账号无权查看' }).waitFor()
  }
})

journey('an address that is not there keeps the menu of who is signed in', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/nothing/here')
  await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
  await page.getByRole('button', { name: '退出' }).waitFor()
  assert.equal(await page.getByRole('link', { name: '登录', exact: true }).count(), 0)
})
