// A list of another office: looked at with its errors, applied; two records of one person merged by a clerk and parted again.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, k_phone, settled, signIn } from './visitor.mjs'

async function clean(page, where) {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`),
    [],
    where,
  )
}

/** GB 11643: the last sign follows from the others. */
function number(first17) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return first17 + '10X98765432'[sum % 11]
}

// Of each run its own people, so that it can be walked again.
const stamp = String(Date.now()).slice(-3)
const born = '19480' + (1 + (Number(stamp) % 9)) + '1' + (Number(stamp[2]) % 9)
const one = number(`999900${born}${stamp.slice(0, 2)}2`)
const wrong = one.slice(0, 17) + (one[17] === '1' ? '2' : '1')
const header = '公民身份号码,姓名,性别,出生日期,户籍地,住址所在地,联系电话'

async function send(page, source, rows) {
  await page.getByRole('combobox', { name: '来源' }).selectOption({ label: source })
  await page.getByLabel('表格文件（.xlsx 或 .csv）').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n') + '\n') })
  await page.getByRole('button', { name: '上传并检查' }).click()
  await page.waitForURL(/\/feeds\/deliveries\/\d+/)
  await page.getByText('已检查', { exact: true }).first().waitFor()
}

journey('a list with a wrong row is looked at, told and applied without it', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await visit.open('/feeds')
  await clean(page, 'the sources')
  await send(page, '公安人口信息', [header, `${one},欧阳拟试,2,${born},,,139000${stamp}11`, `${wrong},钱拟错,2,${born},,,`])
  await page.getByText('有误之处').waitFor()
  assert.equal(await page.locator('ul.wrong li').count(), 1)
  await page.getByText('新增', { exact: true }).first().waitFor()
  await clean(page, 'a delivery')
  await page.getByRole('button', { name: '写入登记册' }).click()
  await page.getByText('已写入', { exact: true }).first().waitFor()
  await visit.open('/feeds')
  await page.getByRole('row').filter({ hasText: '公安人口信息' }).first().waitFor()
  await visit.open('/feeds/quality')
  await clean(page, 'quality')
})

journey('a wrong number of somebody who is known is asked of a clerk, who can only keep the one there is', { size: k_phone }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const person = number(`999900${born}${stamp.slice(0, 2)}4`)
  const mistyped = person.slice(0, 17) + (person[17] === '1' ? '2' : '1')
  const name = `欧阳拟号${stamp}`
  for (const [said, rows] of [[person, '新增'], [mistyped, '有误之处']]) {
    await visit.open('/feeds')
    await send(page, '公安人口信息', [header, `${said},${name},2,${born},,,139111${stamp}22`])
    await page.getByText(rows, { exact: true }).first().waitFor()
    await page.getByRole('button', { name: '写入登记册' }).click()
    await page.getByText('已写入', { exact: true }).first().waitFor()
  }
  await visit.open('/feeds/tasks?kind=contradiction')
  await page.getByRole('link', { name: /欧\*/ }).first().click()
  await page.getByRole('button', { name: '保留现有值' }).waitFor()
  await clean(page, 'a wrong number')
  assert.equal(await page.getByRole('button', { name: '采用来源值' }).count(), 0, 'a number that is none can not be taken over')
  await page.getByRole('button', { name: '保留现有值' }).click()
  await page.getByText('已决定').waitFor()
})

journey('a clerk merges two records of one person and parts them again', { size: k_phone }, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  const twin = `欧阳拟双${stamp}`
  const day = `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`
  const made = []
  for (const phone of ['13900001111', '13900001111']) {
    const answer = await page.evaluate(
      async ([name, bornOn, number_of_phone]) => {
        const me = await (await fetch('/api/accounts/me')).json()
        const sent = await fetch('/api/residents', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrf_token },
          body: JSON.stringify({ region: '650203001001', name, born: bornOn, sex: 'female', phone: number_of_phone }),
        })
        return { status: sent.status, body: await sent.json() }
      },
      [twin, day, phone],
    )
    assert.ok(answer.status < 300, JSON.stringify(answer))
    made.push(answer.body.row.id)
  }
  await visit.open('/feeds/tasks?kind=same_person')
  await page.getByRole('button', { name: '查找重复人员' }).click()
  await page.getByText('已完成').first().waitFor()
  await visit.open('/feeds/tasks?kind=same_person')
  await clean(page, 'the worklist')
  // The likeliest first: the two are alike in everything.
  await page.getByRole('link', { name: /欧\*/ }).first().click()
  await page.getByRole('button', { name: '是同一人，合并' }).waitFor()
  await clean(page, 'a pair')
  await page.getByLabel('说明（可不填）').fill('已电话核实')
  await page.getByRole('button', { name: '是同一人，合并' }).click()
  await page.getByText('已决定：同一人').waitFor()
  await page.getByRole('button', { name: '撤销合并' }).click()
  await page.getByRole('button', { name: '是同一人，合并' }).waitFor()
  assert.equal(await page.getByText('已决定：同一人').count(), 0)
  // Put off to a day, it stands among those put off, with that day.
  const day_again = await page.getByLabel('到这一天再列出来').inputValue()
  assert.match(day_again, /^\d{4}-\d{2}-\d{2}$/)
  await page.getByRole('button', { name: '以后再定' }).click()
  await page.getByText(day_again).first().waitFor()
  await clean(page, 'a pair put off')
  await visit.open('/feeds/tasks?kind=same_person&state=later')
  await page.getByText(day_again).first().waitFor()
  await clean(page, 'those put off')
})
