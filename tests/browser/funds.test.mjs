// A month of payments on the screen: from the run to the bank's answer, with one deceased, one double claim and one recovery; and a person reads why.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { journey } from './journey.mjs'
import { AxeBuilder, enter, k_phone, settled, signIn } from './visitor.mjs'

const k_waiting = /待县级审核|待市级审核|待财政审核|待报送银行|银行处理中/

async function clean(page, where) {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
}

/** The run of the place that waits for somebody. */
async function openWaitingRun(visit) {
  await visit.open('/subsidies')
  await visit.page.getByRole('row').filter({ hasText: '克拉玛依' }).filter({ hasText: k_waiting }).first().getByRole('link').click()
  await settled(visit.page)
}

const act = (page, name) => page.getByRole('button', { name, exact: true }).click()

journey('a month goes from the run to the bank, and each payment held back is decided by itself', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await openWaitingRun(visit)
  const address = new URL(page.url()).pathname
  await clean(page, 'a run')
  const dead = page.getByRole('row').filter({ hasText: '已去世' })
  const twice = page.getByRole('row').filter({ hasText: '两地重复领取' })
  if (await page.getByText('待县级审核').count()) {
    assert.equal(await page.getByRole('button', { name: '县级审核通过' }).count(), 0, 'the case decides')
    assert.equal(await dead.count(), 1)
    assert.equal(await twice.count(), 1)
    for (const row of [dead, twice]) {
      await row.getByRole('textbox').fill('已电话核实')
      await row.getByRole('button', { name: '不发' }).click()
      await row.getByText('核实后不发').waitFor()
    }
    await page.getByText('分期追回').first().waitFor()
    await submitForApproval(visit)
    await decide(visit, '同意上报')
    await decide(visit, '同意')
    await visit.open(address)
  }
  await page.getByText('待财政审核').first().waitFor()
  await page.getByText('财政部门').first().waitFor()
  await clean(page, 'a run that a case decides about')

  await visit.context.clearCookies()
  await enter(visit, 'karamay-finance')
  await visit.open(address)
  await page.locator('a[href^="/cases/"]').first().click()
  await settled(page)
  const run = page.locator('p').filter({ hasText: '办理对象' }).getByRole('link')
  await run.waitFor()
  assert.equal(await run.getAttribute('href'), address, 'the case leads to the run it decides about')
  await decide(visit, '审定，可以发放')
  await signInAnew(visit, 'official')
  await visit.open(address)
  await act(page, '报送银行')
  const [file] = await Promise.all([page.waitForEvent('download'), act(page, '下载发放文件')])
  const rows = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/).slice(1)
  assert.ok(rows.length > 3)
  const references = rows.map((row) => row.split(',')[1])
  const answer = [
    '业务参考号,处理结果,失败原因',
    ...references.map((one, place) => (place === 0 ? `${one},失败,账户已销户` : `${one},成功,`)),
  ].join('\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(answer) })
  await page.getByText('已发放', { exact: false }).first().waitFor()
  await clean(page, 'a settled run')
})

/** The case begins with the run filled in; the rest of its form is one question. */
async function submitForApproval(visit) {
  const { page } = visit
  await act(page, '报批')
  await page.waitForURL(/\/cases\/\d+$/)
  await settled(page)
  await page.getByRole('group', { name: '比上期增减两成以上' }).getByText('否', { exact: true }).click()
  await page.getByText('草稿已保存').waitFor()
  await act(page, '提交')
  await page.getByRole('button', { name: '同意上报', exact: true }).waitFor()
}

async function decide(visit, name) {
  const { page } = visit
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: /^确定/ }).click()
  await page
    .getByText(/^已办理/)
    .first()
    .waitFor()
  await settled(page)
}

async function signInAnew(visit, role) {
  await visit.context.clearCookies()
  await signIn(visit, role)
}

journey('a person reads on a phone, in large letters, what was paid and why', { size: k_phone, elder: true }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/subsidies')
  await page
    .getByRole('link', { name: /高龄津贴/ })
    .first()
    .click()
  await settled(page)
  const person = await page.locator('a[href^="/people/"]').first().getAttribute('href')
  await visit.open(person)
  await page.getByText('为什么').first().click()
  await page.getByText(/年龄/).first().waitFor()
  await page.getByText('有疑问请找').waitFor()
  await clean(page, person)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0)
})
