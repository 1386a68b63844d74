// How many will need care, county by county and year by year, against the beds and slots there are and those to come.
#pragma once

#include "facts/facts_keeper.h"
#include "planning/travel.h"
#include "regions/region_tree.h"

namespace laoyou::planning {

struct NeedRow {
  RegionCode region;
  std::string name;
  std::int32_t year = 0;
  std::int64_t people = 0, from_60 = 0, from_65 = 0, from_80 = 0, under_three = 0, births = 0;
  std::int64_t beds_needed = 0, beds_low = 0, beds_high = 0, beds = 0, beds_coming = 0;
  std::int64_t slots_needed = 0, slots_low = 0, slots_high = 0, slots = 0, slots_coming = 0;
};
LAOYOU_RECORD(NeedRow, "planning_need_row", region, name, year, people, from_60, from_65, from_80, under_three, births, beds_needed, beds_low, beds_high, beds, beds_coming, slots_needed,
              slots_low, slots_high, slots, slots_coming)

/// From which year on there are too few; nothing: in none of the years.
struct ShortRow {
  RegionCode region;
  std::string name;
  std::optional<std::int32_t> beds_from, slots_from;
};
LAOYOU_RECORD(ShortRow, "planning_short_row", region, name, beds_from, slots_from)

struct RatioRow {
  PlaceUnit unit = PlaceUnit::beds;
  double wanted = 0;
  std::int64_t per_people = 1000;
  std::int32_t from_age = 0, to_age = 100;
  std::string zh, en, source;
};
LAOYOU_RECORD(RatioRow, "planning_ratio_row", unit, wanted, per_people, from_age, to_age, zh, en, source)

struct NeedAnswer {
  std::int32_t base_year = 0;
  Instant as_of;
  std::string source;
  std::int64_t without_age = 0;  ///< people whose day of birth is not known: they are left out
  std::vector<NeedRow> rows;     ///< the whole first, then its counties; by year
  std::vector<ShortRow> shortfalls;
  std::vector<RatioRow> rules;
};
LAOYOU_RECORD(NeedAnswer, "planning_need", base_year, as_of, source, without_age, rows, shortfalls, rules)

/// The people registered today within `region`, carried `years` (0 … 30) years on by the rates of plans/national/population; what is to come are works under way whose beds and
/// slots are not in use yet. The whole is the sum of its counties, to the person.
NeedAnswer need_answer(const facts::FactsKeeper& facts, RegionCode region, int years, Date today, const regions::RegionTree& names);

}  // namespace laoyou::planning
