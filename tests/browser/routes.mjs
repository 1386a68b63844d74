// Every address the pages have, read from the router itself, and one address to walk for each.
import { readFileSync } from 'node:fs'
import { indicator, plan } from './visitor.mjs'

/** The patterns of web/src/shell/router.ts that lead to a page, such as "/plans/:plan/tasks". */
export function patterns() {
  const source = readFileSync(new URL('../../web/src/shell/router.ts', import.meta.url), 'utf8')
  const between = (from, to) => source.slice(source.indexOf(from), source.indexOf(to))
  const plain = (text) =>
    text
      .replace(/: RouteRecordRaw\[\]/g, '')
      .replace(/\(\) => import\('[^']+'\)/g, '0')
      .replace(/component: ownFrame/g, 'component: 0')
  const lists = plain(between('const inPlan', 'export const router'))
  const routes = plain(between('routes: [', '  scrollBehavior')).replace('routes:', 'return')
  const found = []
  const walk = (rows, above) => {
    for (const row of rows) {
      const path = row.path.startsWith('/') ? row.path : `${above.replace(/\/$/, '')}${row.path ? '/' + row.path : ''}`
      if (row.children) walk(row.children, path)
      else if (!row.redirect) found.push(path)
    }
  }
  walk(new Function(`${lists}\n${routes.replace(/,\s*$/, '')}`)(), '')
  return [...new Set(found)]
}

const inPlan = (path) => `/plans/${plan}${path}`

/** Without an account. */
export const k_open = {
  '/sign-in': '/sign-in',
  '/public': '/public',
  '/public/progress': '/public/progress',
  '/public/services': '/public/services',
  '/public/services/:procedure': (first) => first('/api/public/procedures?region=650200000000', (answer) => `/public/services/${answer.procedures[0].procedure}?region=650200000000`),
  '/public/notices': '/public/notices?region=650200000000',
  '/public/map': '/public/map?region=650200000000',
  '/public/draws': '/public/draws',
  '/public/draws/:id(\\d+)': '/public/draws/1',
  '/public/:plan/benefits': `/public/${plan}/benefits`,
  '/public/:plan': `/public/${plan}?need=elder`,
  '/verify/:code?': '/verify',
  '/:rest(.*)*': '/no/such/page',
}

/** By an administrator. */
export const k_administration = {
  '/accounts': '/accounts',
  '/accounts/new': '/accounts/new',
  '/accounts/tokens': '/accounts/tokens',
  '/journal': '/journal',
  '/webhooks': '/webhooks',
}

const row = (path, to) => (first) => first(path, (answer) => to(answer.rows[0].id))

/** Opens a draft of whatever the account may ask for; nothing is sent with it. Who may ask for nothing sees a case that is not there. */
async function openCase() {
  const json = (answer) => answer.json()
  const { csrf_token, region } = await fetch('/api/accounts/me').then(json)
  const { procedures } = await fetch('/api/procedures').then(json)
  const mine = procedures.find((one) => one.mine)
  if (!mine) return 1
  // A case is at home in a county or below; an account of a city says in which.
  const place = region.endsWith('00000000') ? (await fetch(`/api/regions/search?within=${region}&text=${encodeURIComponent('区')}`).then(json)).rows[0] : undefined
  const made = await fetch('/api/cases', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token },
    body: JSON.stringify({ procedure: mine.procedure, ...(place && { region: place.code }) }),
  }).then(json)
  if (!made.case) throw new Error(`the case was refused: ${JSON.stringify(made)}`)
  return made.case.id
}

/** A draw of nothing, fixed for a day to come. */
async function openDraw() {
  const json = (answer) => answer.json()
  const { csrf_token } = await fetch('/api/accounts/me').then(json)
  const made = await fetch('/api/draws', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token },
    body: JSON.stringify({
      title: '抽查',
      event: '福彩3D',
      event_time: new Date(Date.now() + 86_400_000).toISOString(),
      hash: 'sha256',
      draws_left: 1,
      kinds: [{ kind: 'elderly_home', take: 0, inspectors: 1 }],
      grades: ['a', 'b', 'c', 'd', undefined].map((credit) => ({ credit, lots: 1, yearly_minimum: 0 })),
      offices: [
        { office: '民政局', commitment: 'a'.repeat(64) },
        { office: '纪委', commitment: 'b'.repeat(64) },
      ],
    }),
  }).then(json)
  if (!made.head) throw new Error(`the draw was refused: ${JSON.stringify(made)}`)
  return made.head.id
}

/** By an official of the plan's city. `first` asks the server and makes an address of the answer. */
export const k_console = {
  '/work': '/work',
  '/wall/:plan': `/wall/${plan}`,
  '/plans': '/plans',
  '/plans/:plan': inPlan(''),
  '/plans/:plan/indicators': inPlan('/indicators'),
  '/plans/:plan/matrix': inPlan('/matrix'),
  '/plans/:plan/period-form': inPlan('/period-form'),
  '/plans/:plan/circular': inPlan('/circular'),
  '/plans/:plan/evaluations': inPlan('/evaluations'),
  '/plans/:plan/evaluations/:round(\\d+)': inPlan('/evaluations/1'),
  '/plans/:plan/evaluations/:round(\\d+)/:region(\\d+)': inPlan('/evaluations/1/650203000000'),
  '/plans/:plan/arrangement': inPlan('/arrangement'),
  '/plans/:plan/indicators/:indicator': inPlan(`/indicators/${indicator}`),
  '/plans/:plan/tasks': inPlan('/tasks?task=2'),
  '/plans/:plan/projects': inPlan('/projects'),
  '/plans/:plan/policies': inPlan('/policies'),
  '/plans/:plan/what-if': inPlan('/what-if'),
  '/plans/:plan/proposals': inPlan('/proposals'),
  '/plans/:plan/entitled': inPlan('/entitled'),
  '/plans/:plan/benefits/:record/:id(\\d+)': row('/api/residents?rows=1', (id) => inPlan(`/benefits/resident/${id}`)),
  '/plans/:plan/standards': inPlan('/standards'),
  '/plans/:plan/clauses': inPlan('/clauses'),
  '/plans/:plan/readings': inPlan('/readings'),
  '/plans/:plan/readings/report': inPlan('/readings/report'),
  '/plans/:plan/readings/import': inPlan('/readings/import'),
  '/regions/:region?': '/regions',
  '/cases': '/cases',
  '/cases/statistics': '/cases/statistics',
  '/cases/:id(\\d+)': async (_, page) => `/cases/${await page.evaluate(openCase)}`,
  '/procedures/:procedure': (first) => first('/api/procedures', (answer) => `/procedures/${answer.procedures[0].procedure}`),
  '/planning': '/planning',
  '/planning/reach': '/planning/reach',
  '/planning/try': '/planning/try',
  '/planning/siting': '/planning/siting',
  '/planning/need': '/planning/need',
  '/planning/streets': '/planning/streets',
  '/planning/estates': '/planning/estates',
  '/assess': '/assess',
  '/assess/:resident(\\d+)': row('/api/residents?rows=1', (id) => `/assess/${id}`),
  '/budgets': '/budgets',
  '/budgets/:id(\\d+)': row('/api/budgets', (id) => `/budgets/${id}`),
  '/subsidies': '/subsidies',
  '/subsidies/:id(\\d+)': row('/api/subsidies/runs', (id) => `/subsidies/${id}`),
  '/people/:id(\\d+)/subsidies': row('/api/residents?rows=1', (id) => `/people/${id}/subsidies`),
  '/prices': '/prices',
  '/draws': '/draws',
  '/draws/new': '/draws/new',
  '/draws/:id(\\d+)': async (_, page) => `/draws/${await page.evaluate(openDraw)}`,
  '/inbox': '/inbox',
  '/addresses': '/addresses',
  '/addresses/:id(\\d+)': '/addresses/1',
  '/feeds': '/feeds',
  '/feeds/tasks': '/feeds/tasks',
  '/feeds/tasks/:id(\\d+)': '/feeds/tasks/1',
  '/feeds/quality': '/feeds/quality',
  '/feeds/deliveries/:id(\\d+)': '/feeds/deliveries/1',
  '/feeds/:feed/records': '/feeds/civil/records',
  '/me': '/me',
  '/jobs': '/jobs',
  '/records': '/records',
  '/records/:record': '/records/institution',
  '/records/:record/new': '/records/institution/new',
  '/records/:record/import': '/records/institution/import',
  '/records/:record/:id(\\d+)': row('/api/institutions?rows=1', (id) => `/records/institution/${id}`),
  '/records/:record/:id(\\d+)/change': row('/api/institutions?rows=1', (id) => `/records/institution/${id}/change`),
}

/** The address to walk for a pattern, asked of the server in the page's own session where it needs an id. */
export const addressOf = async (page, address) =>
  typeof address === 'string'
    ? address
    : address(async (path, make) => {
        const answer = await page.evaluate((asked) => fetch(asked).then((got) => got.json()), path)
        return make(answer)
      }, page)
