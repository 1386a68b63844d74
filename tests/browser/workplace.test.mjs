import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { account, base, enter, plan, settled, signIn } from './visitor.mjs'

const part = (page, name) => page.getByRole('region', { name: new RegExp(`^${name}`) })

journey('an official begins the day with what waits, what fell behind since when, who has not reported and what is over', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  for (const name of ['待办', '未达标指标', '各地填报', '任务时限', '待处理的补贴批次']) await part(page, name).waitFor()
  const behind = part(page, '未达标指标').getByRole('listitem').first()
  assert.match(await behind.innerText(), /目标/)
  assert.match(await part(page, '各地填报').innerText(), /未报送 · \d+ 地|已审签/)
  await behind.getByRole('link').first().click()
  await page.waitForURL(new RegExp(`/plans/${plan}/indicators/\\w+`))
})

journey('a home finds its registers and what it can apply for, and nothing of plans or money', {}, async (visit) => {
  await enter(visit, 'yufeng-home')
  const { page } = visit
  await part(page, '常用登记册').getByRole('link', { name: '登记 从业人员' }).waitFor()
  await part(page, '可以办的事').waitFor()
  assert.equal(await part(page, '未达标指标').count(), 0)
  const menu = page.getByRole('navigation', { name: '主导航' })
  assert.equal(await menu.getByRole('button', { name: '资金' }).count(), 0)
  assert.equal(await menu.getByRole('link', { name: '指标' }).count(), 0)
})

journey('a group of the menu that was closed is closed after a reload; the one of the page is open', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const group = (name) => page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name })
  await group('资金').focus()
  await page.keyboard.press('Enter')
  assert.equal(await group('资金').getAttribute('aria-expanded'), 'false')
  await page.reload()
  await settled(page)
  assert.equal(await group('资金').getAttribute('aria-expanded'), 'false')
  await visit.open('/budgets')
  assert.equal(await group('资金').getAttribute('aria-expanded'), 'true')
})

journey('Ctrl K finds a page, an indicator of a place and a home, and Enter opens it', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const find = async (text, kind) => {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /页面、方案/ })
    await field.fill(text)
    await page.getByRole('group', { name: kind }).getByRole('option').first().waitFor()
    return field
  }
  await find('填报', '页面')
  await page.keyboard.press('Escape')
  const field = await find('克拉玛依区 床位', '指标')
  await page.getByRole('option', { name: /克拉玛依区/ }).first().waitFor()
  await field.press('Enter')
  await page.waitForURL(/\/indicators\/\w+\?region=650203000000/)
  await settled(page)
  await find('养老服务中心', '机构')
  await page.getByRole('group', { name: '机构' }).getByRole('option').first().click()
  await page.waitForURL(/\/records\/institution\/\d+/)
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
]) {
  journey(`the wall of ${size.width} px is read from five metres: no small letter, nothing to press, nothing cut off below`, { size }, async (visit) => {
    await signIn(visit, 'official')
    await visit.open(`/wall/${plan}`)
    const { page } = visit
    const found = await page.evaluate(() => {
      const shown = (node) => node.getClientRects().length > 0
      const texts = [...document.querySelectorAll('.wall *')].filter((node) => shown(node) && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
      const unseen = (node) => node.closest('.unseen')
      return {
        small: texts.filter((node) => !unseen(node) && parseFloat(getComputedStyle(node).fontSize) < 32).map((node) => node.textContent),
        pressed: document.querySelectorAll('.wall :is(a, button, input, select)').length,
        below: document.documentElement.scrollHeight - innerHeight,
      }
    })
    assert.deepEqual(found, { small: [], pressed: 0, below: 0 })
  })
}

journey('the wall reads anew when somebody reports', { size: { width: 1920, height: 1080 } }, async (visit) => {
  await signIn(visit, 'official')
  await visit.open(`/wall/${plan}`)
  const { page } = visit
  const anew = page.waitForRequest((request) => request.url().startsWith(`${base()}/api/plans/${plan}/matrix`))
  const changed = await page.evaluate(async (key) => {
    const me = await (await fetch('/api/accounts/me')).json()
    const list = await (await fetch(`/api/readings?plan=${key}&page_rows=1`)).json()
    const send = (source) =>
      fetch(`/api/readings/${list.rows[0].id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrf_token },
        body: JSON.stringify({ value: list.rows[0].value, source, confirmed: true }),
      }).then((answer) => answer.status)
    return [await send('大屏核对'), await send(list.rows[0].source)]
  }, plan)
  assert.deepEqual(changed, [200, 200])
  await anew
})
