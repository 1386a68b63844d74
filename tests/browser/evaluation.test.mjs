// A year of the evaluation from both sides: the city opens it, a district reports on itself and hands in, the city returns it, the district mends it, the city gives
// points; the district sees none of them before the results are told.
import assert from 'node:assert/strict'
import { journey } from './journey.mjs'
import { AxeBuilder, enter, k_phone, openBrowser, visitor } from './visitor.mjs'

const k_plan = 'liuzhou'
const k_district = '450203000000'

/** A year that no earlier run of this journey has opened. */
async function openYear(visit) {
  return visit.page.evaluate(async (plan) => {
    const { csrf_token } = await fetch('/api/accounts/me').then((answer) => answer.json())
    for (;;) {
      const year = 1950 + Math.floor(Math.random() * 65)
      const answer = await fetch(`/api/plans/${plan}/evaluations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token },
        body: JSON.stringify({ evaluation: 'county_year', year }),
      })
      const body = await answer.json()
      if (answer.ok) return body.id
      if (body.errors?.[0]?.code !== 'evaluation.opened_already') throw new Error(JSON.stringify(body))
    }
  }, k_plan)
}

async function clean(visit) {
  const found = await new AxeBuilder({ page: visit.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  assert.deepEqual(
    found.violations.map((each) => `${each.id}: ${each.nodes[0].target}`),
    [],
  )
}

journey(
  'a district reports on itself, the city returns it and gives points, and points stay unseen until they are told',
  {},
  async (city) => {
    const browser = await openBrowser()
    const district = await visitor(browser, { size: k_phone })
    try {
      await enter(city, 'liuzhou')
      await city.open(`/plans/${k_plan}/evaluations`)
      await city.page.getByRole('heading', { name: '县（区）养老托育服务能力年度评价' }).waitFor()
      await clean(city)
      const round = await openYear(city)
      const address = `/plans/${k_plan}/evaluations/${round}/${k_district}`

      await enter(district, 'yufeng')
      await district.open(address)
      await district.page.getByRole('textbox', { name: '年度总结' }).fill('建成三个托育园')
      for (const field of await district.page.getByLabel('自评', { exact: true }).all()) await field.fill('5')
      for (const field of await district.page.getByLabel('情况和依据').all()) await field.fill('有台账')
      await clean(district)
      await district.page.getByLabel('自评', { exact: true }).first().fill('500')
      await district.page.getByText('填 0 至 15 的数').waitFor()
      await district.page.getByLabel('自评', { exact: true }).first().fill('15')
      await district.page.getByRole('button', { name: '保存' }).click()
      await district.page.getByText('已保存').first().waitFor()
      await city.open(address)
      assert.equal(await city.page.getByText('建成三个托育园').count(), 0, 'a draft is its place’s own affair')
      await district.page.getByRole('button', { name: '报送' }).click()
      await district.page.getByText('待评审').first().waitFor()

      await city.open(address)
      await city.page.getByText('建成三个托育园').waitFor()
      await city.page.getByRole('button', { name: '退回' }).click()
      await city.page.getByLabel('退回原因').fill('请补充佐证材料')
      await city.page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
      await city.page.getByText('已退回').first().waitFor()
      await district.open(address)
      await district.page.getByText('请补充佐证材料').waitFor()
      await district.page.getByRole('button', { name: '报送' }).click()
      await district.page.getByText('待评审').first().waitFor()

      await city.open(address)
      for (const field of await city.page.getByLabel('评审分').all()) if (!(await field.inputValue())) await field.fill('4')
      await clean(city)
      await city.page.getByRole('button', { name: '确认评审分' }).click()
      await city.page.getByText('已评审').first().waitFor()
      await city.open(`/plans/${k_plan}/evaluations/${round}`)
      await clean(city)
      await city.page.getByRole('button', { name: '排名并反馈' }).click()
      await city.page.getByText('还有地区没有评审').waitFor()
      await district.open(address)
      assert.equal(await district.page.getByText('评审分').count(), 0, 'points are told with the results')
      assert.deepEqual(district.wrong, [])
    } finally {
      await district.close()
      await browser.close()
    }
  },
)
