#include "planning/estates/estates.h"

#include <algorithm>
#include <cmath>

namespace laoyou::planning {
namespace {

constexpr double k_hundred = 100;

double hundredth(double value) { return std::round(value * 100) / 100; }

std::optional<double> area_of(const registry::Development& estate, EstateSpace space) {
  const auto& area = space == EstateSpace::elderly ? estate.elderly_area_m2 : estate.childcare_area_m2;
  return area ? std::optional(std::stod(area->text())) : std::nullopt;
}

bool holds(const EstateRule& rule, const registry::Development& estate) {
  if (rule.newly_built != estate.newly_built) return false;
  return !estate.newly_built || !rule.since || !estate.accepted || *estate.accepted >= *rule.since;
}

EstateNeed need_of(const registry::Development& estate, EstateSpace space, const std::vector<EstateRule>& rules, const std::vector<std::int32_t>& of_place) {
  EstateNeed need{space, area_of(estate, space), std::nullopt, std::nullopt, std::nullopt, std::nullopt};
  if (estate.households <= 0) return need;
  const double hundreds = static_cast<double>(estate.households) / k_hundred;
  if (need.m2) need.m2_per_hundred = hundredth(*need.m2 / hundreds);
  for (const std::int32_t at : of_place) {
    const EstateRule& rule = rules[static_cast<std::size_t>(at)];
    if (rule.space != space || !holds(rule, estate)) continue;
    need.rule = at;
    need.wanted_m2 = hundredth(rule.m2_per_hundred * hundreds);
    if (need.m2) need.missing_m2 = std::max(0.0, hundredth(*need.wanted_m2 - *need.m2));
    break;
  }
  return need;
}

/// A step that is known not to have been taken with the homes. Estates that stand already are not asked.
bool lacks_step(const registry::Development& estate) {
  const auto no = [](const std::optional<bool>& step) { return step && !*step; };
  return estate.newly_built && (no(estate.planned_together) || no(estate.built_together) || no(estate.accepted_together) || no(estate.handed_over_together));
}

EstateState state_of(const registry::Development& estate, const std::vector<EstateNeed>& needs) {
  const auto any = [&](const auto& holds) { return std::any_of(needs.begin(), needs.end(), holds); };
  if (any([](const EstateNeed& need) { return need.missing_m2.value_or(0) > 0; })) return EstateState::short_of_area;
  if (lacks_step(estate)) return EstateState::step_missing;
  if (!any([](const EstateNeed& need) { return need.rule.has_value(); })) return EstateState::not_bound;
  if (any([](const EstateNeed& need) { return need.rule && !need.m2; })) return EstateState::not_known;
  return EstateState::met;
}

double lack(const EstateRow& row) {
  double sum = 0;
  for (const EstateNeed& need : row.needs) sum += need.missing_m2.value_or(0);
  return sum;
}

void count(const EstateRow& row, EstateList& list) {
  ++list.estates;
  switch (row.state) {
    case EstateState::met: ++list.met; break;
    case EstateState::short_of_area: ++list.short_of_area; break;
    case EstateState::step_missing: ++list.step_missing; break;
    case EstateState::not_known: ++list.not_known; break;
    case EstateState::not_bound: ++list.not_bound; break;
  }
  for (const EstateNeed& need : row.needs) (need.space == EstateSpace::elderly ? list.missing_elderly_m2 : list.missing_childcare_m2) += need.missing_m2.value_or(0);
}

int urgency(EstateState state) {
  switch (state) {
    case EstateState::short_of_area: return 0;
    case EstateState::step_missing: return 1;
    case EstateState::not_known: return 2;
    case EstateState::met: return 3;
    case EstateState::not_bound: break;
  }
  return 4;
}

bool same(const EstateRule& a, const EstateRule& b) {
  return std::tie(a.space, a.newly_built, a.m2_per_hundred, a.since, a.source) == std::tie(b.space, b.newly_built, b.m2_per_hundred, b.since, b.source);
}

}  // namespace

EstateRow estate_row(const registry::Development& estate, const std::vector<EstateRule>& rules, const std::vector<std::int32_t>& of_place, std::string region_name) {
  EstateRow row{estate.id, estate.region, std::move(region_name), estate.name, estate.newly_built, estate.households, estate.accepted, estate.planned_together, estate.built_together,
                estate.accepted_together, estate.handed_over_together, estate.childcare_slots, EstateState::not_bound, {}};
  for (const EstateSpace space : {EstateSpace::elderly, EstateSpace::childcare}) row.needs.push_back(need_of(estate, space, rules, of_place));
  row.state = state_of(estate, row.needs);
  return row;
}

EstateList estate_list(const std::vector<registry::Development>& estates, const EstateRules& rules_of, const regions::RegionTree& names, Instant as_of) {
  EstateList list;
  list.as_of = as_of;
  std::map<RegionCode, std::vector<std::int32_t>> of_place;
  const auto rules_at = [&](RegionCode place) -> const std::vector<std::int32_t>& {
    const auto [known, fresh] = of_place.try_emplace(place);
    if (!fresh) return known->second;
    for (const EstateRule& rule : rules_of(place)) {
      const auto found = std::find_if(list.rules.begin(), list.rules.end(), [&](const EstateRule& each) { return same(each, rule); });
      known->second.push_back(static_cast<std::int32_t>(found - list.rules.begin()));
      if (found == list.rules.end()) list.rules.push_back(rule);
    }
    return known->second;
  };
  for (const registry::Development& estate : estates) {
    const auto& places_rules = rules_at(estate.region);
    list.rows.push_back(estate_row(estate, list.rules, places_rules, names.name(estate.region)));
    count(list.rows.back(), list);
  }
  std::sort(list.rows.begin(), list.rows.end(), [](const EstateRow& a, const EstateRow& b) {
    return std::tuple(urgency(a.state), -lack(a), a.region, a.id.number) < std::tuple(urgency(b.state), -lack(b), b.region, b.id.number);
  });
  list.missing_elderly_m2 = hundredth(list.missing_elderly_m2);
  list.missing_childcare_m2 = hundredth(list.missing_childcare_m2);
  return list;
}

}  // namespace laoyou::planning
