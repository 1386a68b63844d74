#include "engines/roster/search/ground.h"

namespace laoyou::roster {

Ground::Ground(const Problem& asked) : problem(asked), rows(asked), covering(asked) {
  for (int carer = 0; carer < static_cast<int>(problem.carers.size()); ++carer) {
    own.push_back(own_prices(problem, rows, carer));
    choices.push_back(all_choices(problem, rows, carer));
    finders.emplace_back(problem, rows, carer);
  }
}

std::int64_t Ground::price(const Plan& plan) const {
  std::int64_t price = covering.price(covering.given(plan));
  for (std::size_t carer = 0; carer < plan.days.size(); ++carer) price += rows.cost(static_cast<int>(carer), plan.days[carer]).price;
  return price;
}

}  // namespace laoyou::roster
