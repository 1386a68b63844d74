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
  std::int64_t from_3_to_5 = 0;         ///< of the age of kindergarten
  std::int64_t kindergarten_empty = 0;  ///< fewer of them than in the base year: so many places there stand empty if none is given up
};
LAOYOU_RECORD(NeedRow, "planning_need_row", region, name, year, people, from_60, from_65, from_80, under_three, births, beds_needed, beds_low, beds_high, beds, beds_coming, slots_needed,
              slots_low, slots_high, slots, slots_coming, from_3_to_5, kindergarten_empty)

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
  bool unverified = false;
};
LAOYOU_RECORD(RatioRow, "planning_ratio_row", unit, wanted, per_people, from_age, to_age, zh, en, source, unverified)

/// What a plan says itself of people to come (方案自己的预测).
struct PlanFigure {
  std::string name, source;
  std::int32_t year = 0;
  double people = 0;
  double rounding = 0;             ///< half of the last digit that the text gives
  std::int32_t from_age = 0, to_age = 100;
  RegionCode region;
  bool unverified = false;
};

/// The same beside the forecast over the registers (所列数与登记册推算数).
struct FigureRow {
  std::string name, source;
  std::int32_t year = 0;
  std::int64_t stated = 0, least = 0, most = 0;   ///< what the text gives, and between which numbers that lies as it is rounded
  std::optional<std::int64_t> computed;           ///< nothing: the year is not among the forecast's
  std::optional<std::int64_t> registered;         ///< of the age in the registers on the forecast's base day
  std::optional<double> carried;                  ///< computed for each one registered: what the years alone do
  bool within = false;                            ///< computed lies between the two
  bool unverified = false;
};
LAOYOU_RECORD(FigureRow, "planning_figure_row", name, source, year, stated, least, most, computed, registered, carried, within, unverified)

struct NeedAnswer {
  std::int32_t base_year = 0;
  Instant as_of;
  std::string source;
  std::int64_t without_age = 0;  ///< people whose day of birth is not known: they are left out
  std::vector<NeedRow> rows;     ///< the whole first, then its counties; by year
  std::vector<ShortRow> shortfalls;
  std::vector<RatioRow> rules;
  std::vector<FigureRow> figures;
};
LAOYOU_RECORD(NeedAnswer, "planning_need", base_year, as_of, source, without_age, rows, shortfalls, rules, figures)

/// The people registered today within `region`, carried `years` (0 … 30) years on by the rates of plans/national/population; what is to come are works under way whose beds and
/// slots are not in use yet; what is wanted follows `ratios`. The whole is the sum of its counties, to the person.
NeedAnswer need_answer(const facts::FactsKeeper& facts, RegionCode region, int years, Date today, const regions::RegionTree& names, const std::vector<RatioRow>& ratios, const std::vector<PlanFigure>& figures = {});

}  // namespace laoyou::planning
