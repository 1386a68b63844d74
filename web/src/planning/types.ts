import type { BodyOf, QueryOf } from '../api/request'
import type { components } from '../api/schema'

type Schemas = components['schemas']
/** What the server says of the map and of what is asked of it. Lengths in metres, times in minutes, shares from 0 to 1, places in degrees (WGS84). */
export type Way = Question['way']
export type PeopleGroup = NonNullable<Question['group']>
export type Unit = PlaceKind['unit']

export type StreetMap = Schemas['street_map_row']
export type PlaceKind = Schemas['planning_kind_row']
export type Limit = Schemas['planning_limit_row']
export type Setting = Schemas['planning_setting']

export type Place = Schemas['planning_place_row']

/** What is asked: for whom a kind of place is near enough. */
export type Question = QueryOf<'get', '/api/planning/reach'> & { region: string }
export type ReachRow = Schemas['planning_reach_row']
export type Reach = Schemas['planning_reach']
export type Ring = Schemas['planning_area_ring']
export type AccessRow = Schemas['planning_access_row']
export type YearShare = Schemas['planning_year_row']

export type Change = Schemas['planning_change']
export type ChangedRegion = Schemas['planning_try_region']
export type Load = Schemas['planning_try_place']
export type Outcome = Schemas['planning_try_answer']
export type Scenario = Schemas['planning_scenario_row']

export type Objective = SitingQuestion['objective']
export type Candidates = SitingQuestion['candidates']
export type GivenSite = Schemas['siting_given_candidate']
export type SitingQuestion = BodyOf<'post', '/api/planning/siting'>
export type Site = Schemas['siting_place']
export type Siting = Schemas['siting_outcome']

export type NeedRow = Schemas['planning_need_row']
/** What a plan says itself of people to come, beside what the same years make of those registered. */
export type PlanFigure = Schemas['planning_figure_row']
export type NeedRule = Schemas['planning_ratio_row']
export type Need = Schemas['planning_need']

export type FaultRow = Schemas['planning_fault_row']

export type MeasureVillage = Schemas['reach_measure_village']
/** A question of reach that a plan or standard names, as it was counted. */
export type MeasureRow = Schemas['reach_measure_row']

export type EstateState = Schemas['estate_row']['state']
export type EstateNeed = Schemas['estate_need']
export type EstateRow = Schemas['estate_row']
