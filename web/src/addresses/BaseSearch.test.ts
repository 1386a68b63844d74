// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { serverThat, settle } from '../records/mount_page.test_help'
import { i18n } from '../shell/i18n'
import BaseSearch from './BaseSearch.vue'

vi.mock('../shell/session', () => ({ may: () => true }))

const door = (id: string, text: string) => ({
  id,
  text,
  region_name: '驾鹤街道元璋社区居委会',
  longitude: 109.4,
  latitude: 24.3,
  fits: false,
})
const search = () => mount(BaseSearch, { props: { id: '5', chosen: '', taken: '8', busy: false }, global: { plugins: [i18n] } })

async function typed(wrapper: ReturnType<typeof search>, text: string): Promise<void> {
  await wrapper.get('input').setValue(text)
  await new Promise((then) => setTimeout(then, 300))
  await settle()
}

it('asks once typing rests, lists what is found, and hands on the one that is chosen', async () => {
  const asked = serverThat(() => ({ body: { rows: [door('7', '龙潭路12号'), door('8', '龙潭路120号')], more: true } }))
  const wrapper = search()
  await wrapper.get('input').setValue('龙')
  await typed(wrapper, ' 龙潭 12 ')
  expect(asked.map((one) => [one.path, one.query.get('text')])).toEqual([['/api/address-matches/5/search', '龙潭 12']])
  expect(wrapper.findAll('li')).toHaveLength(2)
  expect(wrapper.findAll('li')[1]?.text()).toContain('已选定')
  expect(wrapper.get('[role=status]').text()).toContain('2')
  expect(wrapper.emitted('found')?.at(-1)).toEqual([[door('7', '龙潭路12号'), door('8', '龙潭路120号')]])
  await wrapper.get('button.button').trigger('click')
  expect(wrapper.emitted('take')).toEqual([['7']])
})

it('says so when nothing is found, and asks nothing of an empty text', async () => {
  const asked = serverThat(() => ({ body: { rows: [], more: false } }))
  const wrapper = search()
  await typed(wrapper, '没有')
  expect(wrapper.get('[role=status]').text()).toBe('没有查到，可少写几个字再试')
  await typed(wrapper, '  ')
  expect(asked).toHaveLength(1)
  expect(wrapper.find('[role=status]').exists()).toBe(false)
})
