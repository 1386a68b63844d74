#include "app/notice_services.h"

namespace laoyou::app {
namespace {

std::vector<notices::Colleague> colleagues(store::Store& store, std::int64_t unit, RegionCode region) {
  const auto all = store.read([&](store::Snapshot& snapshot) {
    return snapshot.select<accounts::Account>(store::Scope::country(), store::Filter().equals("unit", Id<accounts::Unit>{unit}).order_by("name"));
  });
  std::vector<notices::Colleague> colleagues;
  for (const accounts::Account& account : all)
    if (account.state == accounts::AccountState::active && account.region.contains(region))
      colleagues.push_back({std::to_string(account.id.number), account.display_name});
  return colleagues;
}

}  // namespace

notices::Services notice_services(store::Store& store, const accounts::Accounts& accounts, const plan::RunningPlans& plans) {
  return {store, [&accounts](std::int64_t account) { return accounts.display_name_of(account); },
          [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&store](std::int64_t unit, RegionCode region) { return colleagues(store, unit, region); }};
}

}  // namespace laoyou::app
