// @vitest-environment jsdom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import FilteredState from '../look/FilteredState.vue'
import { useFilteredList } from './filtered_list'
import { i18n } from './i18n'
import { useQuery } from './query'

async function page(
  address: string,
  rows: string[],
): Promise<{ text: () => string; press: (words: string) => Promise<void>; router: Router }> {
  const Page = defineComponent(() => {
    const word = useQuery('word')
    const list = useFilteredList({ ask: async () => ({ rows }), on: [], filters: ['word'], fits: (row) => row.includes(word.value) })
    return () => h(FilteredState, { list, none: '没有任务', noneNext: '' }, () => list.shown.value.join('，'))
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Page }] })
  await router.push(address)
  const mounted = mount(Page, { global: { plugins: [i18n, router] } })
  await flushPromises()
  const press = async (words: string): Promise<void> => {
    await mounted
      .findAll('button')
      .find((one) => one.text() === words)
      ?.trigger('click')
    await flushPromises()
  }
  return { text: () => mounted.text(), press, router }
}

it('filters in the address leave what fits them', async () =>
  expect((await page('/?word=甲', ['甲一', '乙二', '甲三'])).text()).toBe('甲一，甲三'))
it('a list without a match offers to clear its filters, which shows all again', async () => {
  const { text, press, router } = await page('/?word=丙&tab=x', ['甲一', '乙二'])
  expect(text()).toContain('没有符合条件的记录')
  await press('清除条件')
  expect(router.currentRoute.value.query).toEqual({ tab: 'x' })
  expect(text()).toBe('甲一，乙二')
})
it('a list that holds nothing says so instead', async () => expect((await page('/', [])).text()).toContain('没有任务'))
