#include "app/house.h"

#include "app/journal_names.h"

namespace laoyou::app {

House::House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random, accounts::PasswordCost password_cost)
    : store_(store),
      plans_(plans),
      accounts_({store, clock, random, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
                 [&plans](RegionCode region) { return plans.current()->regions.find(region).has_value(); }, password_cost}) {}

http::RouteTable House::routes() {
  http::RouteTable all = accounts_.routes();
  const auto add = [&](http::RouteTable table) {
    for (http::Route& route : table) all.push_back(std::move(route));
  };
  add(plan::routes({store_, plans_, events_, [this](std::int64_t account) { return accounts_.display_name_of(account); }}));
  add(audit::routes({store_, journal_names(accounts_, plans_)}));
  return all;
}

}  // namespace laoyou::app
