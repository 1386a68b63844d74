#include "planning/need/need.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/check.h"
#include "base/embedded.h"
#include "engines/forecast/assumptions.h"
#include "engines/forecast/needs.h"
#include "planning/city/register_columns.h"
#include "registry/resident.h"

namespace laoyou::planning {
namespace {

LAOYOU_EMBEDDED(china_mx_csv)
LAOYOU_EMBEDDED(china_asfr_csv)
LAOYOU_EMBEDDED(population_assumptions_csv)

using forecast::People;

const forecast::VitalRates& rates() {
  static const forecast::VitalRates read = forecast::VitalRates::read(china_mx_csv(), china_asfr_csv()).value();
  return read;
}

/// The middle one first, then fewer and more children.
const std::vector<forecast::Scenario>& scenarios() {
  static const std::vector<forecast::Scenario> all = [] {
    const forecast::Assumptions assumed = forecast::read_assumptions(population_assumptions_csv()).value();
    std::vector<forecast::Scenario> made(3);
    for (forecast::Scenario& each : made) {
      each.phase_in_years = assumed.phase_in_years;
      each.boys_per_100_girls = assumed.boys_per_100_girls;
    }
    made[1].children_more = assumed.low_children;
    made[2].children_more = assumed.high_children;
    return made;
  }();
  return all;
}

RegionCode county_of(RegionCode region) {
  while (region.level() > RegionLevel::county) region = region.parent().value_or(RegionCode());
  return region;
}

/// What the registers say of one county.
struct CountyBase {
  People people;
  std::int64_t beds = 0, slots = 0, beds_coming = 0, slots_coming = 0;
};
using Bases = std::map<RegionCode, CountyBase>;

class BaseReader {
 public:
  BaseReader(RegionCode region, Date today) : region_(region), today_(today) {}

  Bases read(const rules::Facts& facts) {
    count_people(facts);
    count_rooms(facts, "bed", &CountyBase::beds);
    count_rooms(facts, "slot", &CountyBase::slots);
    count_works(facts);
    return std::move(bases_);
  }
  std::int64_t without_age() const { return without_age_; }

 private:
  /// The county a row counts for; none outside the region.
  CountyBase* base_of(rules::Value region) {
    const RegionCode place = RegionCode::from_number(region.value_or(0));
    return region_.contains(place) ? &bases_[county_of(place)] : nullptr;
  }

  void count_people(const rules::Facts& facts) {
    const RegisterColumns residents(facts, "resident");
    const rules::Column &region = residents.column("region"), &born = residents.column("born"), &left = residents.column("moved_out"), &sex = residents.column("sex");
    for (std::size_t row = 0; row < residents.rows(); ++row) {
      if (const rules::Value day = left.at(row); day && *day <= today_.days()) continue;
      CountyBase* const base = base_of(region.at(row));
      if (base == nullptr) continue;
      const rules::Value birth = born.at(row);
      if (!birth || *birth > today_.days()) {
        ++without_age_;
        continue;
      }
      const auto age = static_cast<std::size_t>(std::clamp(years_between(Date::from_days(*birth), today_), 0, static_cast<int>(forecast::k_ages) - 1));
      const bool woman = sex.at(row).value_or(0) == static_cast<std::int64_t>(registry::Sex::female);
      ++base->people.at(woman ? forecast::Sex::female : forecast::Sex::male, age);
    }
  }

  void count_rooms(const rules::Facts& facts, std::string_view record, std::int64_t CountyBase::*member) {
    const RegisterColumns rooms(facts, record);
    const rules::Column &region = rooms.column("region"), &institution = rooms.column("institution"), &opened = rooms.column("opened"), &closed = rooms.column("closed");
    for (std::size_t row = 0; row < rooms.rows(); ++row) {
      const rules::Value from = opened.at(row), until = closed.at(row);
      if (!institution.at(row) || (from && *from > today_.days()) || (until && *until <= today_.days())) continue;
      if (CountyBase* const base = base_of(region.at(row))) ++(base->*member);
    }
  }

  void count_works(const rules::Facts& facts) {
    const RegisterColumns works(facts, "construction");
    const rules::Column &region = works.column("region"), &stage = works.column("stage"), &beds = works.column("beds_added"), &slots = works.column("slots_added");
    for (std::size_t row = 0; row < works.rows(); ++row) {
      if (stage.at(row).value_or(0) == works.code("stage", "in_use")) continue;  // its beds stand among those there are
      CountyBase* const base = base_of(region.at(row));
      if (base == nullptr) continue;
      base->beds_coming += beds.at(row).value_or(0);
      base->slots_coming += slots.at(row).value_or(0);
    }
  }

  RegionCode region_;
  Date today_;
  Bases bases_;
  std::int64_t without_age_ = 0;
};

std::int64_t wanted_of(const People& people, PlaceUnit unit, const std::vector<RatioRow>& ratios) {
  constexpr std::int64_t k_millionths = 1'000'000;
  std::int64_t wanted = 0;
  for (const RatioRow& ratio : ratios) {
    if (ratio.unit != unit) continue;
    const std::int64_t group = forecast::count_between(people, static_cast<std::size_t>(ratio.from_age), static_cast<std::size_t>(ratio.to_age));
    const auto millionths = static_cast<std::int64_t>(ratio.wanted * k_millionths + 0.5);
    const __int128 all = static_cast<__int128>(group) * millionths, per = static_cast<__int128>(ratio.per_people) * k_millionths;
    wanted += static_cast<std::int64_t>((all + per - 1) / per);  // half a bed is a bed
  }
  return wanted;
}

/// One county's years in all scenarios.
std::vector<NeedRow> county_rows(RegionCode region, const CountyBase& base, int base_year, int years, const std::vector<RatioRow>& ratios) {
  std::vector<NeedRow> rows(static_cast<std::size_t>(years) + 1);
  for (std::size_t scenario = 0; scenario < scenarios().size(); ++scenario) {
    const auto projected = forecast::project(base.people, base_year, years, rates(), {}, scenarios()[scenario]);
    for (std::size_t at = 0; at < rows.size(); ++at) {
      NeedRow& row = rows[at];
      const People& people = projected[at].people;
      const std::int64_t beds = wanted_of(people, PlaceUnit::beds, ratios), slots = wanted_of(people, PlaceUnit::slots, ratios);
      if (scenario == 0) {
        row.region = region;
        row.year = projected[at].year;
        row.people = forecast::count_all(people);
        row.from_60 = forecast::count_between(people, 60, forecast::k_ages - 1);
        row.from_65 = forecast::count_between(people, 65, forecast::k_ages - 1);
        row.from_80 = forecast::count_between(people, 80, forecast::k_ages - 1);
        row.under_three = forecast::count_between(people, 0, 2);
        row.births = projected[at].births;
        row.from_3_to_5 = forecast::count_between(people, 3, 5);
        row.kindergarten_empty = std::max<std::int64_t>(0, rows.front().from_3_to_5 - row.from_3_to_5);
        row.beds_needed = row.beds_low = row.beds_high = beds;
        row.slots_needed = row.slots_low = row.slots_high = slots;
        row.beds = base.beds;
        row.slots = base.slots;
        row.beds_coming = at == 0 ? 0 : base.beds_coming;
        row.slots_coming = at == 0 ? 0 : base.slots_coming;
      }
      row.beds_low = std::min(row.beds_low, beds);
      row.beds_high = std::max(row.beds_high, beds);
      row.slots_low = std::min(row.slots_low, slots);
      row.slots_high = std::max(row.slots_high, slots);
    }
  }
  return rows;
}

void add(NeedRow& sum, const NeedRow& row) {
  for (const auto member : {&NeedRow::people, &NeedRow::from_60, &NeedRow::from_65, &NeedRow::from_80, &NeedRow::under_three, &NeedRow::births, &NeedRow::beds_needed, &NeedRow::beds_low,
                            &NeedRow::beds_high, &NeedRow::beds, &NeedRow::beds_coming, &NeedRow::slots_needed, &NeedRow::slots_low, &NeedRow::slots_high, &NeedRow::slots,
                            &NeedRow::slots_coming, &NeedRow::from_3_to_5, &NeedRow::kindergarten_empty})
    sum.*member += row.*member;
}

/// The plan's own figure beside what the same years make of the people registered. A city whose registers hold only some of its people differs by those it does not hold.
FigureRow figure_row(const PlanFigure& figure, const Bases& bases, int base_year, int years) {
  FigureRow row{figure.name, figure.source, figure.year, std::llround(figure.people), std::llround(figure.people - figure.rounding), std::llround(figure.people + figure.rounding), std::nullopt,
                std::nullopt, std::nullopt, false, figure.unverified};
  const auto from = static_cast<std::size_t>(figure.from_age), to = std::min(static_cast<std::size_t>(figure.to_age), forecast::k_ages - 1);
  std::int64_t registered = 0;
  for (const auto& [county, base] : bases) registered += forecast::count_between(base.people, from, to);
  row.registered = registered;
  if (figure.year < base_year || figure.year > base_year + years) return row;
  std::int64_t computed = 0;
  for (const auto& [county, base] : bases) {
    const auto projected = forecast::project(base.people, base_year, figure.year - base_year, rates(), {}, scenarios().front());
    computed += forecast::count_between(projected.back().people, from, to);
  }
  row.computed = computed;
  if (registered > 0) row.carried = static_cast<double>(computed) / static_cast<double>(registered);
  row.within = computed >= row.least && computed <= row.most;
  return row;
}

ShortRow short_row(const std::vector<NeedRow>& rows, std::string name) {
  ShortRow found{rows.front().region, std::move(name), std::nullopt, std::nullopt};
  for (const NeedRow& row : rows) {
    if (!found.beds_from && row.beds_needed > row.beds + row.beds_coming) found.beds_from = row.year;
    if (!found.slots_from && row.slots_needed > row.slots + row.slots_coming) found.slots_from = row.year;
  }
  return found;
}

}  // namespace

NeedAnswer need_answer(const facts::FactsKeeper& facts, RegionCode region, int years, Date today, const regions::RegionTree& names, const std::vector<RatioRow>& ratios, const std::vector<PlanFigure>& figures) {
  NeedAnswer answer;
  answer.base_year = today.year();
  answer.source = "World Population Prospects 2024 © United Nations, CC BY 3.0 IGO";
  answer.rules = ratios;
  BaseReader reader(region, today);
  const Bases bases = facts.read([&](const rules::Facts& all, const facts::FactsMoment& moment) {
    answer.as_of = moment.at;
    return reader.read(all);
  });
  answer.without_age = reader.without_age();
  for (const PlanFigure& figure : figures)
    if (figure.region == region) answer.figures.push_back(figure_row(figure, bases, answer.base_year, years));
  std::vector<std::vector<NeedRow>> counties;
  for (const auto& [county, base] : bases) counties.push_back(county_rows(county, base, answer.base_year, years, ratios));
  std::vector<NeedRow> whole(static_cast<std::size_t>(years) + 1);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    whole[at].region = region;
    whole[at].year = answer.base_year + static_cast<std::int32_t>(at);
    for (const auto& county : counties) add(whole[at], county[at]);
  }
  // What is registered for the whole place and for none of its counties counts for the whole alone: it is no county.
  std::erase_if(counties, [&](const std::vector<NeedRow>& rows) { return rows.front().region == region; });
  counties.insert(counties.begin(), whole);
  for (std::vector<NeedRow>& rows : counties) {
    const std::string name = names.name(rows.front().region);
    for (NeedRow& row : rows) {
      row.name = name;
      answer.rows.push_back(row);
    }
    answer.shortfalls.push_back(short_row(rows, name));
  }
  return answer;
}

}  // namespace laoyou::planning
