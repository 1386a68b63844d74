// Procedures played from both sides, each by what its file says: who applies hands in form and papers, who decides decides, at a desk and on a phone.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, enter, k_phone, openBrowser, visitor } from './visitor.mjs'

const k_desk = { width: 1366, height: 768 }
const k_ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A call as the page makes it. */
const call = (page, method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      const me = await (await fetch('/api/accounts/me')).json()
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrf_token }
      const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) })
      return { status: answer.status, body: await answer.json() }
    },
    [method, path, body],
  )

const walks = [
  {
    procedure: 'volunteer_registration',
    by: 'yufeng-village',
    values: async (page) => ({
      person: await someone(page),
      person_name: '李某',
      born: '1960-05-01',
      phone: '13800000001',
      kinds: ['visits'],
      with_children: false,
      promise: true,
    }),
    acts: [
      ['yufeng-village', '属实，安排培训'],
      ['yufeng-village', '已参加培训'],
      ['yufeng-village', '登记为志愿者'],
    ],
    ends: /已注册/,
  },
  {
    procedure: 'nursery_change',
    by: 'yufeng-nursery',
    values: () => ({
      changed_on: k_ago(3),
      changes_name: true,
      changes_site: false,
      changes_size: false,
      changes_head: false,
      changes_meals: false,
      reason: '更名',
      name_after: '新苗托育中心',
      address_after: '柳州市鱼峰区',
      floor_area: 320,
      leased: false,
      serves_meals: false,
    }),
    acts: [['yufeng-health', '变更备案']],
    ends: /变更/,
  },
  {
    procedure: 'credit_objection',
    by: 'yufeng-nursery',
    values: () => ({
      field: 'childcare',
      kind: 'objection',
      record_number: '2026-1',
      contact_phone: '13800000001',
      wrong: 'facts',
      right_facts: '当日已整改',
    }),
    acts: [
      ['yufeng-health', '受理'],
      ['yufeng-health', '更正、修复或移出', { 核查情况: '属实', 更正后的信用等级: 'a' }],
    ],
    ends: /更正|修复/,
  },
  {
    procedure: 'rectification',
    by: 'yufeng-health',
    values: async (page, nursery) => ({
      place: nursery,
      field: 'childcare',
      found_by: 'random',
      found_on: k_ago(2),
      facts: '消防通道堵塞',
      clauses: '第5章',
      major_danger: false,
      earlier_orders: 0,
    }),
    acts: [
      ['yufeng-health', '责令限期整改'],
      ['yufeng-nursery', '报告整改完成', { 整改说明: '已清理' }],
      ['yufeng-health', '整改到位', { 复查日期: k_ago(0), '复查人员（两人以上）': '李某、王某', 尚未整改的问题数: '0' }],
      ['yufeng-health', '销号'],
    ],
    ends: /整改/,
  },
  {
    procedure: 'incident',
    by: 'yufeng-home',
    values: () => ({
      field: 'elderly',
      kind: 'fall',
      happened_on: k_ago(1),
      happened_at: '09:30',
      known_at: '09:40',
      course: '走廊滑倒，已送医',
      families_told: true,
      reporter_phone: '13800000001',
      dead: 0,
      badly_hurt: 0,
      missing: 0,
      loss: 0,
    }),
    acts: [
      ['yufeng-civil', '一般事故或事件，本级处置', { 事故等级: 'general' }],
      ['yufeng-home', '续报伤亡变化', {}, '无变化'],
      ['yufeng-civil', '无人员伤亡，机构自查整改', { 最终死亡人数: '0', 最终重伤人数: '0' }],
    ],
    ends: /自查|无人员/,
  },
  {
    procedure: 'elderly_home_filing',
    by: 'yufeng-home',
    values: () => ({
      service_address: '柳州市鱼峰区',
      operated_by: 'profit',
      representative: '王某',
      phone: '13800000001',
      title: 'owned',
      floor_area: 1200,
      beds: 60,
      nursing_beds: 30,
      medical: 'contracted',
      serves_meals: false,
      first_resident_on: k_ago(5),
      residents_now: 3,
    }),
    acts: [
      ['yufeng-civil', '出具备案回执'],
      ['yufeng-civil', '与备案一致'],
    ],
    ends: /备案/,
  },
  {
    procedure: 'nursery_filing',
    by: 'yufeng-nursery',
    values: () => ({
      operated_by: 'nonprofit',
      head_name: '王园长',
      head_phone: '13800000001',
      floor_area: 320,
      leased: false,
      forms_of_care: ['full_day'],
      slots: 60,
      serves_meals: false,
    }),
    acts: [['yufeng-health', '不予备案', {}, '业务范围没有托育服务']],
    ends: /不予备案/,
  },
  {
    procedure: 'old_age_allowance',
    by: 'yufeng-village',
    values: async (page) => ({
      person: await someone(page),
      person_name: '张三丰',
      born: '1930-01-01',
      hukou: await placeOf(page),
      lives_elsewhere: false,
      already_paid_elsewhere: false,
      account_holder: 'self',
      account_number: '6222000000000000',
      phone: '13800000001',
    }),
    acts: [['yufeng-village', '情况属实，公示']],
    ends: /公示/,
  },
]
const someone = async (page) =>
  (await call(page, 'GET', '/api/residents?rows=1')).body.rows[0].row?.id ??
  (await call(page, 'GET', '/api/residents?rows=1')).body.rows[0].id
const placeOf = async (page) => (await call(page, 'GET', '/api/accounts/me')).body.region

async function attachPapers(page) {
  const wanted = page.locator('.paper', { hasText: '必交' })
  while ((await wanted.count()) > 0) {
    const before = await wanted.count()
    await wanted
      .first()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '扫描件.txt', mimeType: 'text/plain', buffer: Buffer.from('符合要求，合格。') })
    await page.waitForFunction(
      (count) => [...document.querySelectorAll('.paper')].filter((one) => one.textContent.includes('必交')).length < count,
      before,
    )
  }
}

/** Decides on a case's page with what the step records. */
async function decide(visit, id, name, records = {}, text) {
  const { page } = visit
  await visit.open(`/cases/${id}`)
  await page.getByRole('button', { name, exact: true }).click()
  for (const [label, value] of Object.entries(records)) {
    const field = page.locator('.chosen').getByLabel(label).first()
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  if (text) await page.locator('.chosen').getByLabel('说明', { exact: true }).fill(text)
  await page.getByRole('button', { name: /^确定/ }).click()
  await page
    .getByText(/^已办理/)
    .first()
    .waitFor()
}

const clean = async (page) =>
  assert.deepEqual(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    [],
  )

for (const [at, walk] of walks.entries()) {
  // Every other applicant is on a phone, in the large view.
  const phone = at % 2 === 1
  journey(`${walk.procedure} is played from both sides`, { size: phone ? k_phone : k_desk, elder: phone }, async (applicant) => {
    const browser = await openBrowser()
    const visits = {}
    const visit = async (name) => {
      if (!visits[name]) {
        visits[name] = await visitor(browser, { size: k_desk })
        await enter(visits[name], name)
      }
      return visits[name]
    }
    await enter(applicant, walk.by)
    const { page } = applicant
    let nursery
    if (walk.procedure === 'rectification') {
      const other = await visit('yufeng-nursery')
      nursery = (await call(other.page, 'POST', '/api/cases', { procedure: 'nursery_filing' })).body.values.place
    }
    const opened = await call(page, 'POST', '/api/cases', { procedure: walk.procedure })
    assert.equal(opened.status, 201, JSON.stringify(opened.body))
    const id = opened.body.case.id
    const values = { ...opened.body.values, ...(await walk.values(page, nursery)) }
    const saved = await call(page, 'PUT', `/api/cases/${id}`, { values })
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    await applicant.open(`/cases/${id}`)
    await attachPapers(page)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page
      .getByText(/^已办理：提交/)
      .first()
      .waitFor()
    for (const [who, name, records, text] of walk.acts)
      await decide(who === walk.by ? applicant : await visit(who), id, name, records, text)
    await applicant.open(`/cases/${id}`)
    assert.match(await page.locator('.page-head p').first().innerText(), walk.ends)
    await clean(page)
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/walk-${walk.procedure}.png`, fullPage: true })
    if (walk.procedure === 'old_age_allowance') await objectToTheNotice(browser)
    for (const one of Object.values(visits)) {
      assert.deepEqual(one.wrong, [])
      await one.close()
    }
    await browser.close()
  })
}

/** Anybody reads the notice, without the name, and objects to it. */
async function objectToTheNotice(browser) {
  const anyone = await visitor(browser, { size: k_phone, elder: true })
  const { page } = anyone
  await anyone.open('/public/notices?region=450203000000')
  const notice = page.locator('.notices > li', { hasText: '张*' }).first()
  await notice.waitFor()
  assert.equal(await page.getByText('张三丰').count(), 0)
  await clean(page)
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/notices-elder.png`, fullPage: true })
  await notice.getByRole('button', { name: '提出异议' }).click()
  await page.getByLabel('异议内容').fill('他不住这里')
  await page.locator('dialog').getByRole('button', { name: '提出异议' }).click()
  await page.getByText('异议已收到').first().waitFor()
  assert.deepEqual(anyone.wrong, [])
  await anyone.close()
}
