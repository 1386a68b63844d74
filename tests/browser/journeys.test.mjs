import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { account, base, indicator, openBrowser, plan, settled, signIn, visitor } from './visitor.mjs'

let browser
before(async () => { browser = await openBrowser() })
after(async () => { await browser?.close() })

/** Runs a journey in a fresh profile; whatever went wrong behind the screen fails it too. */
function journey(name, options, walk) {
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

journey('an official drills from the city to a county to a street and back by the breadcrumb', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await page.goto(`${base()}/plans/${plan}/indicators`)
  await settled(page)
  const levels = [await page.locator('.page-head p').innerText()]
  for (let step = 0; step < 2; step += 1) {
    const tile = page.locator('svg[role="group"] a').first()
    await tile.waitFor()
    const place = (await tile.getAttribute('aria-label')).split(' ')[0]
    await tile.click()
    await page.waitForFunction((name) => document.querySelector('h1')?.textContent?.includes(name), place)
    levels.push(await page.locator('.page-head p').innerText())
  }
  assert.deepEqual(levels, ['市级', '县区', '乡镇街道'])
  const trail = page.getByRole('navigation', { name: '所在位置' })
  assert.equal(await trail.getByRole('listitem').count(), 3)
  await trail.getByRole('link').first().click()
  await page.locator('.page-head p', { hasText: '市级' }).waitFor()
})

journey('an indicator says why: clause, lead units, rule and the readings behind it', {}, async (visit) => {
  await signIn(visit, 'official')
  await visit.open(`/plans/${plan}/indicators/${indicator}`)
  const why = visit.page.getByRole('region', { name: '为什么是这个数' })
  for (const word of ['条文', '牵头单位', '计算', '填报记录']) await why.getByText(word, { exact: true }).waitFor()
  await why.getByRole('link', { name: /依据/ }).first().click()
  await visit.page.locator('.clauses .named').waitFor()
})

journey('the language switch changes words, page language and title, and is remembered', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
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
      if (!texts.currentNode.textContent.trim() || !holder.checkVisibility() || holder.closest('.unseen, [aria-hidden="true"], script, option')) continue
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
    await page.getByRole('heading', { name: '你没有权限查看' }).waitFor()
  }
})

journey('a reported value appears among the readings, can be corrected and can be taken back', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/report?indicator=${indicator}`)
  await page.getByLabel('时期').fill('2019')
  await page.getByLabel('值', { exact: true }).fill('abc')
  await page.getByLabel('数据来源').fill('浏览器检查')
  await page.getByRole('button', { name: '填报', exact: true }).click()
  await page.getByText('请填数字').waitFor()
  await page.getByLabel('值', { exact: true }).fill('41.5')
  await page.getByRole('button', { name: '填报', exact: true }).click()
  await page.getByText(/^已填报/).waitFor()

  await visit.open(`/plans/${plan}/readings?period=2019&indicator=${indicator}`)
  const row = page.getByRole('row', { name: /浏览器检查/ })
  assert.match(await row.innerText(), /41\.5/)
  await row.getByRole('button', { name: /修改/ }).click()
  const popup = page.getByRole('dialog')
  await popup.getByLabel('值').fill('42')
  await popup.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row', { name: /浏览器检查/ }).filter({ hasText: '42' }).waitFor()

  await page.getByRole('row', { name: /浏览器检查/ }).getByRole('button', { name: /修改/ }).click()
  await popup.getByRole('button', { name: '删除' }).click()
  await popup.getByRole('alert').getByRole('button', { name: '删除' }).click()
  await page.getByText('已删除').waitFor()
  await page.getByRole('row', { name: /浏览器检查/ }).waitFor({ state: 'detached' })
})

journey('a sheet with wrong rows is answered row by row and nothing is imported', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open(`/plans/${plan}/readings/import`)
  await page.getByLabel(/选择文件/).setInputFiles({ name: '坏.csv', mimeType: 'text/csv', buffer: Buffer.from('指标,区划,时期,值,来源\nno_such_indicator,坏,2024,七十,x\n') })
  await page.getByRole('button', { name: '试导' }).click()
  await page.getByText(/处需要改/).waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isDisabled(), true)
})

journey('regions are found by name down to the village', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/regions')
  await page.getByRole('searchbox', { name: '名称或代码' }).fill('五五新镇')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: '五五新镇街道' }).first().click()
  await page.getByRole('heading', { level: 2, name: '五五新镇街道' }).waitFor()
  await page.getByRole('row', { name: /村社区/ }).first().waitFor()
})

journey('the public page shows the plan without an account, within 150 kB of script', {}, async (visit) => {
  const { page } = visit
  const session = await visit.context.newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set()
  let script_bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => { if (type === 'Script') scripts.add(requestId) })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (scripts.has(requestId)) script_bytes += encodedDataLength })
  await visit.open(`/public/${plan}`)
  await page.getByRole('heading', { name: '到时要做到' }).waitFor()
  await page.getByRole('heading', { name: '要做的事' }).waitFor()
  await page.waitForLoadState('networkidle')
  // A server that does not compress sends about three times as much; the limit is for the compressed pages it should send.
  assert.ok(script_bytes > 0 && script_bytes <= 150_000, `first load fetched ${script_bytes} bytes of script`)
})

journey('by keyboard alone: sign in, open a plan, open an indicator', {}, async (visit) => {
  const { page } = visit
  await visit.open('/sign-in')
  const { name, password } = account('official')
  await tabTo(page, (node) => node.tagName === 'INPUT')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/plans$/)
  await settled(page)
  await tabTo(page, (node, key) => node.getAttribute('href') === `/plans/${key}`, plan)
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/plans/${plan}$`))
  await settled(page)
  await tabTo(page, (node, key) => node.getAttribute('href') === `/plans/${key}/indicators`, plan)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicators$/)
  await settled(page)
  await tabTo(page, (node, key) => (node.getAttribute('href') ?? '').startsWith(`/plans/${key}/indicators/`), plan)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicators\/\w+/)
  await page.getByRole('heading', { name: '为什么是这个数' }).waitFor()
})

/** Presses Tab until the focused element is the one meant; every stop on the way must show its focus.
 *  A new page puts the focus on its headline, which is no stop and shows none. */
async function tabTo(page, isIt, argument) {
  const k_stops_max = 200
  for (let stop = 0; stop < k_stops_max; stop += 1) {
    await page.keyboard.press('Tab')
    const state = await page.evaluate(([source, value]) => {
      const node = document.activeElement
      const shown = [node, node.parentElement, node.parentElement?.parentElement, node.querySelector?.('rect')].some((one) => {
        if (!one) return false
        const style = getComputedStyle(one)
        return style.outlineStyle !== 'none' || (style.boxShadow !== 'none' && style.boxShadow.includes('inset')) || one.tagName === 'rect'
      })
      return { found: new Function('return ' + source)()(node, value), shown: node === document.body || node.tagName === 'H1' || shown, what: node.outerHTML.slice(0, 120) }
    }, [isIt.toString(), argument])
    assert.ok(state.shown, `focus is not visible on ${state.what}`)
    if (state.found) return
  }
  assert.fail(`not reached in ${k_stops_max} stops`)
}
