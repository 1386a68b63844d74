#include "engines/dispatch/objective.h"

namespace laoyou::dispatch {
namespace {

constexpr std::array<std::string_view, k_terms> k_names = {
    "unserved", "lateness_s", "worst_lateness_s", "overtime_s", "travel_s", "strangers", "unmet_wishes", "unfairness_s", "changes"};

Level level_of(std::initializer_list<std::pair<Term, std::int64_t>> weights) {
  Level level;
  for (const auto& [term, weight] : weights) level.weight[static_cast<std::size_t>(term)] = weight;
  return level;
}

}  // namespace

std::string_view name_of(Term term) { return k_names[static_cast<std::size_t>(term)]; }

std::size_t term_of(std::string_view name) {
  std::size_t index = 0;
  while (index < k_terms && k_names[index] != name) ++index;
  return index;
}

std::vector<std::int64_t> Objective::values(const Terms& terms) const {
  std::vector<std::int64_t> values;
  for (const Level& level : levels) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < k_terms; ++i) sum += level.weight[i] * terms[i];
    values.push_back(sum);
  }
  return values;
}

Objective usual_objective() {
  return {{level_of({{Term::unserved, 1}}), level_of({{Term::lateness, 1}}), level_of({{Term::overtime, 1}}),
           level_of({{Term::travel, 10}, {Term::continuity, 6000}, {Term::wishes, 3000}, {Term::unfairness, 1}, {Term::changes, 1}})}};
}

Objective running_day_objective() {
  return {{level_of({{Term::unserved, 1}}), level_of({{Term::lateness, 1}, {Term::overtime, 1}, {Term::changes, 1}}),
           level_of({{Term::travel, 10}, {Term::continuity, 6000}, {Term::wishes, 3000}, {Term::unfairness, 1}})}};
}

}  // namespace laoyou::dispatch
