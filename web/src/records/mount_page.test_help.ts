import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, vi } from 'vitest'
import { defineComponent, h, provide, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { queryClient } from '../api/query_client'
import { i18n } from '../shell/i18n'
import type { Register } from './description'
import { k_register } from './queries'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}
type Answer = { status?: number; body: unknown }

/** What the server is asked while a page of a register is mounted, and what it answers. */
export function serverThat(answers: (asked: Asked) => Answer | undefined): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body }: RequestInit = {}) => {
    const url = new URL(address, 'http://here')
    const one: Asked = { method, path: url.pathname, query: url.searchParams, body: typeof body === 'string' ? JSON.parse(body) : body }
    asked.push(one)
    const { status = 200, body: answer } = answers(one) ?? { status: 404, body: { code: 'not_found', detail: one.path } }
    return new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } })
  })
  return asked
}

/** Mounts a page of a register at an address, with a router and our words but no server besides `serverThat`. */
export async function mountPage(
  page: Component,
  register: Register,
  address: string,
  props: object = {},
): Promise<{ page: VueWrapper; router: Router }> {
  const inRegister = defineComponent(() => {
    provide(k_register, register)
    return () => h(page, props)
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: inRegister }] })
  await router.push(address)
  const mounted = mount(
    defineComponent(() => () => h(RouterView)),
    { global: { plugins: [i18n, router] }, attachTo: document.body },
  )
  await settle()
  return { page: mounted, router }
}

/** Lets answers arrive and what follows from them be drawn. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await flushPromises()
    await new Promise((then) => setTimeout(then, 0))
  }
}

// jsdom has no media queries: every screen here is a wide one.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
afterEach(() => {
  document.body.innerHTML = ''
  sessionStorage.clear()
  localStorage.clear()
  queryClient.clear()
})
