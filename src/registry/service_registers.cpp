#include "registry/collections.h"

#include "base/point.h"
#include "registry/construction_step.h"
#include "registry/record_checks.h"
#include "registry/service.h"

namespace laoyou::registry {
namespace {

using collection::Collection;
using powers::OwnerKind;
using powers::Power;

Refusals check_construction(const Construction& now, const Construction*) {
  Refusals refusals;
  refuse_order(refusals, "/finished", now.started, now.finished);
  return refusals;
}

/// A step that is done is done wholly, and a photograph has a place or none.
Refusals check_step(const ConstructionStep& now, const ConstructionStep*) {
  constexpr std::int64_t k_whole = 100;
  Refusals refusals;
  refuse_outside(refusals, "/share_done_percent", now.share_done_percent, now.done ? k_whole : 0, k_whole);
  refuse_order(refusals, "/day", now.done, now.day);
  if (now.longitude.has_value() != now.latitude.has_value()) refusals.push_back(at(now.longitude ? "/latitude" : "/longitude", refuse("json.missing_field", {now.longitude ? "latitude" : "longitude"})));
  if (now.longitude && now.latitude)
    if (const auto point = Point::create(*now.longitude, *now.latitude); !point) refusals.push_back(at("/longitude", point.error()));
  return refusals;
}

Collection visits() {
  return collection::collection<Visit>("/api/visits", {"探访", "Visits"}).may(Power::services_read, Power::services_write).owner(OwnerKind::household, &Visit::resident).sorts(&Visit::day);
}

Collection service_orders() {
  return collection::collection<ServiceOrder>("/api/service-orders", {"服务订单", "Service orders"})
      .may(Power::services_read, Power::services_write)
      .owner(OwnerKind::institution, &ServiceOrder::institution)
      .owner(OwnerKind::household, &ServiceOrder::resident)
      .sorts(&ServiceOrder::day);
}

Collection home_adaptations() {
  return collection::collection<HomeAdaptation>("/api/home-adaptations", {"适老化改造", "Home adaptations"})
      .may(Power::services_read, Power::services_write)
      .files({collection::photographs(), collection::papers()})
      .owner(OwnerKind::household, &HomeAdaptation::resident);
}

Collection trainings() { return collection::collection<Training>("/api/trainings", {"培训", "Trainings"}).may(Power::services_read, Power::services_write); }

Collection localities() {
  return collection::collection<Locality>("/api/localities", {"社区与街镇", "Localities"}).may(Power::projects_read, Power::projects_write).key(&Locality::region, &Locality::kind);
}

Collection developments() {
  return collection::collection<Development>("/api/developments", {"住宅小区", "Housing estates"}).may(Power::projects_read, Power::projects_write).title(&Development::name);
}

Collection constructions() {
  return collection::collection<Construction>("/api/constructions", {"建设项目", "Construction"})
      .may(Power::projects_read, Power::projects_write)
      .files({collection::photographs(), collection::papers()})
      .title(&Construction::project)
      .checked_by(check_construction);
}

Collection construction_steps() {
  return collection::collection<ConstructionStep>("/api/construction-steps", {"施工节点", "Construction steps"})
      .may(Power::projects_read, Power::projects_write)
      .files({collection::photographs(), collection::papers()})
      .sorts(&ConstructionStep::day)
      .lists({"construction", "step", "day", "share_done_percent", "due", "done"})
      .checked_by(check_step);
}

Collection fund_uses() { return collection::collection<FundUse>("/api/fund-uses", {"资金使用", "Use of funds"}).may(Power::projects_read, Power::projects_write); }

/// Made by planning alone.
Collection reach_counts() {
  return collection::collection<ReachCount>("/api/reach-counts", {"可达测算", "Counts of reach"})
      .may(Power::projects_read, std::nullopt)
      .ends(&ReachCount::until)
      .lists({"measure", "region", "from", "people", "reached", "not_reached", "instead_m"});
}

}  // namespace

void add_services(std::vector<Collection>& all) {
  all.push_back(visits());
  all.push_back(service_orders());
  all.push_back(home_adaptations());
  all.push_back(trainings());
  all.push_back(localities());
  all.push_back(developments());
  all.push_back(constructions());
  all.push_back(construction_steps());
  all.push_back(fund_uses());
  all.push_back(reach_counts());
}

}  // namespace laoyou::registry
