import type { Group, PublicIndicator, PublicPlan } from '../api/types'
import { boundText } from '../look/comparator'
import { toNumber } from '../look/number'

/** What brings a person here. */
export type Need = 'elder' | 'child' | 'provider'
export const k_needs: readonly Need[] = ['elder', 'child', 'provider']

type Policy = PublicPlan['policies'][number]

/** Words of measures that speak to whoever runs or opens a place, and not to families. */
const k_for_providers =
  /机构|企业|税|用地|土地|土政|用房|房屋|规划|审批|报批|登记|备案|建设|运营|金融|贷|融资|保险|产业|投资|改革|准入|水电|社保|人才|财政|消防|产品|园区|组织|单位|普惠/
/** In a title these speak of running a place, whoever else it names: "社区家庭服务税费优惠", "特困供养机构改造和社会化运营". */
const k_surely_for_providers = /税|营商|要素市场|运营|机构改造|安全管理|激励政策/
const k_for_families = /老年人|老人|家庭|父母|特困|婴幼儿家庭|护理补贴|高龄津贴|探访|适老化|助餐|津贴/

/** Whether a measure is told to somebody with this need. */
export function speaksTo(need: Need, row: Pick<Policy, 'package' | 'applicant' | 'category' | 'title'>): boolean {
  const provider = row.applicant
    ? /机构|企业|组织|岗位/.test(row.applicant)
    : k_surely_for_providers.test(row.title) || (k_for_providers.test(`${row.category}${row.title}`) && !k_for_families.test(row.title))
  if (need === 'provider') return provider
  if (provider) return false
  return row.package === 'both' || row.package === (need === 'elder' ? 'elderly' : 'childcare')
}

/**
 * The measures for a need: those for the old or for the small alone before those for both, since a mother who finds aids for the sick first
 * reads no further; then the plan's own, and of these the ones that say how much, for whom or with what papers.
 */
export function measuresFor(need: Need, plan: Pick<PublicPlan, 'policies' | 'head'>): Policy[] {
  const told = (row: Policy): number =>
    Number(!!row.amount) + Number(!!row.applicant) + Number(row.papers.length > 0) + Number(!!row.office)
  const own = (row: Policy): number => (row.layer === plan.head.plan ? 0 : 1)
  const shared = (row: Policy): number => Number(need !== 'provider' && row.package === 'both')
  return plan.policies
    .filter((row) => row.category !== '既有制度' && speaksTo(need, row))
    .sort((a, b) => shared(a) - shared(b) || own(a) - own(b) || told(b) - told(a))
}

export function goalsFor(need: Need, indicators: readonly PublicIndicator[]): PublicIndicator[] {
  const groups: readonly Group[] =
    need === 'elder' ? ['elderly', 'both'] : need === 'child' ? ['childcare', 'both'] : ['elderly', 'childcare', 'both']
  return indicators.filter((row) => groups.includes(row.group) && row.targets.length > 0)
}

/** What one sentence says of a goal: from what, to what, by when, and how far it is from the one to the other. */
export interface Progress {
  from?: { value: string; period: string }
  to: string
  by: string
  /** The difference still to go from the document's own figure; nothing where it states none, or it is reached. */
  more?: number
}

export function progressOf(row: PublicIndicator): Progress {
  const target = row.targets.at(-1)!
  const base = row.baseline.at(-1)
  const gap =
    base && target.comparator !== 'at_most' && target.comparator !== 'less'
      ? (toNumber(target.value) ?? 0) - (toNumber(base.value) ?? 0)
      : 0
  return {
    from: base && { value: boundText({ value: base.value, comparator: row.baseline_comparator }), period: base.period },
    to: boundText(target),
    by: target.period,
    more: gap > 0 ? Math.round(gap * 1e6) / 1e6 : undefined,
  }
}
