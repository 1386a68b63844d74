#include "engines/roster/search/covering.h"

namespace laoyou::roster {

Covering::Covering(const Problem& problem) : problem_(problem), kinds_(problem.kinds.size()), cover_of_(static_cast<std::size_t>(problem.days) * kinds_, k_none) {
  for (std::size_t i = 0; i < problem.covers.size(); ++i) cover_of_[slot(problem.covers[i].day, problem.covers[i].kind)] = static_cast<int>(i);
}

std::int64_t Covering::price(std::size_t slot, int given) const {
  const Cover* const cover = at(slot);
  if (cover == nullptr) return 0;
  const std::int64_t missing = static_cast<std::int64_t>(cover->wanted) - given;
  return missing > 0 ? cover->under_price * missing : cover->over_price * -missing;
}

std::vector<int> Covering::given(const Plan& plan) const {
  std::vector<int> given(slots(), 0);
  for (const auto& row : plan.days)
    for (std::size_t day = 0; day < row.size(); ++day)
      if (row[day] != k_off) ++given[slot(static_cast<int>(day), row[day])];
  return given;
}

std::int64_t Covering::price(const std::vector<int>& given) const {
  std::int64_t price = 0;
  for (std::size_t slot = 0; slot < given.size(); ++slot) price += this->price(slot, given[slot]);
  return price;
}

std::vector<double> own_prices(const Problem& problem, const Rows& rows, int carer) {
  std::vector<double> prices;
  for (int day = 0; day < problem.days; ++day)
    for (int kind = k_off; kind < static_cast<int>(problem.kinds.size()); ++kind) prices.push_back(static_cast<double>(rows.price(carer, day, kind)));
  return prices;
}

std::vector<std::uint64_t> all_choices(const Problem& problem, const Rows& rows, int carer) {
  std::vector<std::uint64_t> choices;
  for (int day = 0; day < problem.days; ++day) choices.push_back(rows.choice_bits(carer, day));
  return choices;
}

}  // namespace laoyou::roster
