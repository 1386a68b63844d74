import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { callSettings } from '../api/client'
import { addressOf } from '../api/request'
import { whisper } from './announce'
import { failed_at, going, mayReload } from './progress'
import { askForProof } from './prove'
import { hasDuty, known, leave, may } from './session'

/** The frame of who asks: whoever is signed in keeps the menu where a page is not there. */
const ownFrame = async () => ((await known().catch(() => null)) ? import('./ConsoleShell.vue') : import('./PublicShell.vue'))

const inPlan: RouteRecordRaw[] = [
  { path: '', component: () => import('../plan/OverviewPage.vue') },
  { path: 'indicators', component: () => import('../indicators/IndicatorsPage.vue') },
  { path: 'matrix', component: () => import('../indicators/MatrixPage.vue') },
  { path: 'period-form', component: () => import('../plan/PeriodFormPage.vue') },
  { path: 'circular', component: () => import('../plan/CircularPage.vue') },
  { path: 'evaluations', component: () => import('../evaluation/EvaluationsPage.vue') },
  { path: 'evaluations/:round(\\d+)', component: () => import('../evaluation/RoundPage.vue') },
  { path: 'evaluations/:round(\\d+)/:region(\\d+)', component: () => import('../evaluation/PlacePage.vue') },
  { path: 'arrangement', component: () => import('../plan/ArrangementPage.vue') },
  { path: 'indicators/:indicator', component: () => import('../indicators/IndicatorPage.vue') },
  { path: 'tasks', component: () => import('../tasks/TasksPage.vue') },
  { path: 'projects', component: () => import('../projects/ProjectsPage.vue') },
  { path: 'policies', component: () => import('../policies/PoliciesPage.vue') },
  { path: 'what-if', component: () => import('../whatif/WhatIfPage.vue') },
  { path: 'proposals', component: () => import('../whatif/ProposalsPage.vue') },
  { path: 'entitled', component: () => import('../benefits/EntitledPage.vue') },
  { path: 'benefits/:record/:id(\\d+)', component: () => import('../benefits/RegisteredPage.vue'), props: true },
  { path: 'standards', component: () => import('../standards/StandardsPage.vue') },
  { path: 'clauses', component: () => import('../plan/ClausesPage.vue') },
  { path: 'readings', component: () => import('../readings/ReadingsPage.vue') },
  { path: 'readings/report', component: () => import('../readings/ReportPage.vue') },
  { path: 'readings/import', component: () => import('../readings/ImportPage.vue') },
]

// One set of pages for every register; what a register holds, its description says.
const inRegister: RouteRecordRaw[] = [
  { path: '', component: () => import('../records/RecordList.vue') },
  { path: 'new', component: () => import('../records/RecordFormPage.vue') },
  { path: 'import', component: () => import('../records/RecordImport.vue') },
  { path: ':id(\\d+)', component: () => import('../records/RecordPage.vue'), props: true },
  { path: ':id(\\d+)/change', component: () => import('../records/RecordFormPage.vue'), props: true },
]

const inPlanning: RouteRecordRaw[] = [
  { path: '', component: () => import('../planning/MapPage.vue') },
  { path: 'reach', component: () => import('../planning/ReachPage.vue') },
  { path: 'try', component: () => import('../planning/TryPage.vue') },
  { path: 'siting', component: () => import('../planning/SitingPage.vue') },
  { path: 'need', component: () => import('../planning/NeedPage.vue') },
  { path: 'estates', component: () => import('../planning/EstatesPage.vue') },
  { path: 'streets', component: () => import('../planning/StreetsPage.vue') },
]

const inConsole: RouteRecordRaw[] = [
  { path: 'work', component: () => import('../work/WorkPage.vue') },
  { path: 'plans', component: () => import('../plan/PlanListPage.vue') },
  { path: 'plans/:plan', component: () => import('../plan/PlanFrame.vue'), children: inPlan },
  { path: 'regions/:region?', component: () => import('../regions/RegionsPage.vue') },
  { path: 'accounts', component: () => import('../accounts/AccountsPage.vue') },
  { path: 'accounts/new', component: () => import('../accounts/NewAccountPage.vue') },
  { path: 'accounts/tokens', component: () => import('../accounts/TokensPage.vue') },
  { path: 'cases', component: () => import('../cases/CasesPage.vue') },
  { path: 'cases/statistics', component: () => import('../cases/StatisticsPage.vue') },
  { path: 'cases/:id(\\d+)', component: () => import('../cases/CasePage.vue'), props: true },
  { path: 'webhooks', component: () => import('../webhooks/WebhooksPage.vue') },
  { path: 'procedures/:procedure', component: () => import('../cases/ProcedurePage.vue'), props: true },
  { path: 'planning', component: () => import('../planning/PlanningFrame.vue'), children: inPlanning },
  { path: 'assess', component: () => import('../assessments/DevicePage.vue') },
  { path: 'assess/:resident(\\d+)', component: () => import('../assessments/AssessPage.vue'), props: true },
  { path: 'budgets', component: () => import('../ledger/BudgetsPage.vue') },
  { path: 'budgets/:id(\\d+)', component: () => import('../ledger/BudgetLinePage.vue'), props: true },
  { path: 'subsidies', component: () => import('../funds/RunsPage.vue') },
  { path: 'subsidies/:id(\\d+)', component: () => import('../funds/RunPage.vue'), props: true },
  { path: 'people/:id(\\d+)/subsidies', component: () => import('../funds/OwnBenefitsPage.vue'), props: true },
  { path: 'addresses', component: () => import('../addresses/AddressesPage.vue') },
  { path: 'addresses/:id(\\d+)', component: () => import('../addresses/AddressPage.vue'), props: true },
  { path: 'feeds', component: () => import('../feeds/FeedsPage.vue') },
  { path: 'feeds/tasks', component: () => import('../feeds/TasksPage.vue') },
  { path: 'feeds/tasks/:id(\\d+)', component: () => import('../feeds/TaskPage.vue'), props: true },
  { path: 'feeds/quality', component: () => import('../feeds/QualityPage.vue') },
  { path: 'feeds/deliveries/:id(\\d+)', component: () => import('../feeds/DeliveryPage.vue'), props: true },
  { path: 'feeds/:feed/records', component: () => import('../feeds/RecordsPage.vue'), props: true },
  { path: 'prices', component: () => import('../ledger/PricesPage.vue') },
  { path: 'draws', component: () => import('../draws/DrawsPage.vue') },
  { path: 'draws/new', component: () => import('../draws/NewDrawPage.vue') },
  { path: 'draws/:id(\\d+)', component: () => import('../draws/DrawPage.vue'), props: true },
  { path: 'inbox', component: () => import('../notices/InboxPage.vue') },
  { path: 'me', component: () => import('../accounts/OwnAccountPage.vue') },
  { path: 'journal', component: () => import('../journal/JournalPage.vue') },
  { path: 'jobs', component: () => import('../jobs/JobsPage.vue') },
  { path: 'records', component: () => import('../records/RecordsHome.vue') },
  { path: 'records/:record', component: () => import('../records/RegisterFrame.vue'), props: true, children: inRegister },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/work' },
    { path: '/sign-in', component: () => import('../accounts/SignInPage.vue') },
    {
      path: '/public',
      component: () => import('./PublicShell.vue'),
      children: [
        { path: '', component: () => import('../public/PublicPlansPage.vue') },
        { path: 'progress', component: () => import('../cases/ProgressPage.vue') },
        { path: 'services', component: () => import('../cases/PublicServicesPage.vue') },
        { path: 'services/:procedure', component: () => import('../cases/PublicServicePage.vue'), props: true },
        { path: 'notices', component: () => import('../cases/NoticesPage.vue') },
        { path: 'map', component: () => import('../public/map/PublicMapPage.vue') },
        { path: 'draws', component: () => import('../draws/PublicDrawsPage.vue') },
        { path: 'draws/:id(\\d+)', component: () => import('../draws/PublicDrawPage.vue'), props: true },
        { path: ':plan/benefits', component: () => import('../benefits/FinderPage.vue') },
        { path: ':plan', component: () => import('../public/PublicPlanPage.vue') },
      ],
    },
    {
      path: '/verify/:code?',
      component: () => import('./PublicShell.vue'),
      children: [{ path: '', component: () => import('../public/VerifyPage.vue') }],
    },
    // For a screen on a wall: no menu, nothing to press.
    { path: '/wall/:plan', component: () => import('../wall/WallPage.vue'), meta: { signedIn: true } },
    { path: '/', component: () => import('./ConsoleShell.vue'), meta: { signedIn: true }, children: inConsole },
    {
      path: '/:rest(.*)*',
      component: ownFrame,
      children: [{ path: '', component: () => import('./NotFoundPage.vue') }],
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash, top: 72 } : to.path === from.path ? undefined : { top: 0 }),
})

router.beforeEach(async (to) => {
  if (!to.matched.some((route) => route.meta.signedIn)) return true
  try {
    const me = await known()
    // Until the password is one's own, or the code is set up, the server answers nothing else.
    if (me && hasDuty(me)) return to.path === '/me' ? true : { path: '/me' }
    if (me && to.path === '/plans' && !may('plan_read')) return { path: '/work' }
    if (me) return true
  } catch {
    return true // the server is not answering: the page itself says so and offers to try again
  }
  return { path: '/sign-in', query: { next: to.fullPath } }
})

callSettings.prove = askForProof
callSettings.onSignedOut = () => {
  leave()
  const here = router.currentRoute.value
  if (here.matched.some((route) => route.meta.signedIn)) void router.push({ path: '/sign-in', query: { next: here.fullPath } })
}

// A page whose files cannot be fetched: the server is away, or a new release has other names for them.
async function serverAnswers(): Promise<boolean> {
  return fetch(addressOf('/health'), { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  )
}
router.onError(async (error, to) => {
  going.value = false
  console.warn(error)
  if ((await serverAnswers()) && mayReload(Date.now(), sessionStorage)) location.assign(to.fullPath)
  else failed_at.value = to.fullPath
})
router.beforeEach((to, from) => {
  going.value = to.path !== from.path
})
router.afterEach(() => {
  going.value = false
  failed_at.value = ''
})

// A new page is told to ears and takes the focus to its headline; a changed filter on the same page does neither.
router.afterEach(async (to, from) => {
  if (to.path === from.path || from.matched.length === 0) return
  await nextTick()
  setTimeout(() => {
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    whisper(document.title)
  }, 60)
})
