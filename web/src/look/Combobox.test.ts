// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { i18n } from '../shell/i18n'
import Combobox from './Combobox.vue'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hits = [
  { value: '7', text: '红星养老院' },
  { value: '8', text: '红旗托育园' },
]
const box = (given: object = {}) =>
  mount(Combobox, {
    props: {
      label: '机构',
      modelValue: '',
      noneFound: '没有找到',
      find: async (text: string) => hits.filter((hit) => hit.text.includes(text)),
      textOf: async (value: string) => hits.find((hit) => hit.value === value)?.text,
      ...given,
    },
    global: { plugins: [i18n] },
  })
const typed = async (wrapper: ReturnType<typeof box>, text: string): Promise<void> => {
  await wrapper.get('input').setValue(text)
  await vi.advanceTimersByTimeAsync(300)
}

it('arrows move, Enter takes, and the list closes', async () => {
  const wrapper = box()
  const input = wrapper.get('input')
  await typed(wrapper, '红')
  expect(wrapper.findAll('[role=option]')).toHaveLength(2)
  await input.trigger('keydown', { key: 'ArrowDown' })
  await input.trigger('keydown', { key: 'ArrowDown' })
  await input.trigger('keydown', { key: 'Enter' })
  expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['8'])
  expect(input.element.value).toBe('红旗托育园')
  expect(input.attributes('aria-expanded')).toBe('false')
})
it('half a name is no value, and the field says so when it is left', async () => {
  const wrapper = box()
  await typed(wrapper, '红')
  await wrapper.get('input').trigger('blur')
  expect(wrapper.emitted('half')?.at(-1)).toEqual([true])
  expect(wrapper.get('input').attributes('aria-invalid')).toBe('true')
  expect(wrapper.text()).toContain('请从列出的选项中选择')
})
it('a value from elsewhere stands there by its name', async () => {
  const wrapper = box({ modelValue: '7' })
  await vi.advanceTimersByTimeAsync(0)
  expect(wrapper.get('input').element.value).toBe('红星养老院')
  await wrapper.setProps({ modelValue: '' })
  expect(wrapper.get('input').element.value).toBe('')
})
it('nothing found is said', async () => {
  const wrapper = box()
  await typed(wrapper, '无')
  expect(wrapper.text()).toContain('没有找到')
})
