import type { components } from '../api/schema'

type Schemas = components['schemas']

export type MatchList = Schemas['address_match_list']
export type MatchRow = Schemas['address_match_row']
export type MatchPage = Schemas['address_match_page']
export type AddressSearch = Schemas['address_search']
export type Candidate = Schemas['address_candidate']
export type Certainty = MatchRow['certainty']
