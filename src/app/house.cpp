#include "app/house.h"

#include "app/journal_names.h"
#include "app/notice_services.h"
#include "plan/sheet_words.h"
#include "registry/collections.h"

namespace laoyou::app {
namespace {

std::vector<collection::Collection> registers() {
  std::vector<collection::Collection> all = registry::collections();
  all.push_back(accounts::units());
  return all;
}

}  // namespace

House::House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random, accounts::PasswordCost password_cost)
    : store_(store),
      plans_(plans),
      follower_(store),
      facts_(store, follower_),
      screen_events_(follower_, events_),
      inbox_events_(follower_, events_),
      accounts_({store, clock, random, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
                 [&plans](RegionCode region) { return plans.current()->regions.find(region).has_value(); },
                 [&plans](std::string_view code, RegionCode region) -> std::optional<powers::Role> {
                   const auto library = plans.current();
                   const powers::Role* role = library->find_role(code, region);
                   return role == nullptr ? std::nullopt : std::optional(*role);
                 },
                 [&plans](RegionCode region) {
                   const auto library = plans.current();
                   std::vector<powers::Role> roles;
                   for (const powers::Role* role : library->roles_of(region)) roles.push_back(*role);
                   return roles;
                 },
                 password_cost}),
      registers_(registers()),
      register_services_{store, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
                         [&plans](std::string_view text, RegionCode within) { return plan::region_named(*plans.current(), text, within); },
                         [&plans](RegionCode region, RegionCode within) { return plan::region_words(*plans.current(), region, within); },
                         [this](std::int64_t account) { return accounts_.display_name_of(account); }} {}

http::RouteTable House::routes() {
  http::RouteTable all = accounts_.routes();
  const auto add = [&](http::RouteTable table) {
    for (http::Route& route : table) all.push_back(std::move(route));
  };
  add(plan::routes({store_, plans_, events_, facts_, [this](std::int64_t account) { return accounts_.display_name_of(account); }}));
  add(collection::routes(register_services_, registers_));
  add(notices::routes(notice_services(store_, accounts_, plans_)));
  add(audit::routes({store_, journal_names(accounts_, plans_)}));
  return http::once_each(std::move(all), accounts_.repeats());
}

}  // namespace laoyou::app
