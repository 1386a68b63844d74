import { get, post } from '../api/client'
import type { Rows } from '../api/types'
import type { Comparison, Difference, Groups, Levers, ProposalDetail, ProposalLine, Variant, Years } from './types'

export const whatIf = {
  levers: (plan: string, query: { region?: string; period?: string }, signal?: AbortSignal) =>
    get<Levers>(`/api/plans/${plan}/what-if`, query, signal),
  compare: (plan: string, asked: { region?: string; period?: string; totals: string[]; variants: Variant[] }) =>
    post<Comparison>(`/api/plans/${plan}/what-if`, asked),
  groups: (plan: string, asked: { region?: string; period?: string; total: string; variant: Variant }) =>
    post<Groups>(`/api/plans/${plan}/what-if/groups`, asked),
  years: (plan: string, asked: { region?: string; period?: string; total: string; variant: Variant }) =>
    post<Years>(`/api/plans/${plan}/what-if/years`, asked),
}

export const proposals = {
  list: (plan: string, signal?: AbortSignal) => get<Rows<ProposalLine>>(`/api/plans/${plan}/proposals`, undefined, signal),
  one: (plan: string, id: string, signal?: AbortSignal) => get<ProposalDetail>(`/api/plans/${plan}/proposals/${id}`, undefined, signal),
  make: (plan: string, proposal: { region?: string; period?: string; title: string; reason?: string; variant: Variant }) =>
    post<ProposalLine>(`/api/plans/${plan}/proposals`, proposal),
  difference: (plan: string, id: string, from: string, document: string, clause?: string, signal?: AbortSignal) =>
    get<Difference>(`/api/plans/${plan}/proposals/${id}/difference`, { from, document, clause }, signal),
  carry: (plan: string, id: string, body: { version: number; from: string; document: string; clause?: string; digest: string }) =>
    post<ProposalLine>(`/api/plans/${plan}/proposals/${id}/carry`, body),
  withdraw: (plan: string, id: string, version: number) => post<ProposalLine>(`/api/plans/${plan}/proposals/${id}/withdraw`, { version }),
}
