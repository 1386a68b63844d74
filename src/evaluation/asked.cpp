#include "evaluation/asked.h"

#include "base/check.h"
#include "plan/signing/report_rights.h"

namespace laoyou::evaluation {

using store::Filter;
using store::Scope;

Result<Asked> asked_plan(const Services& services, const store::Acting& acting, const std::string& plan) {
  auto library = services.plans.current();
  auto found = library->find(plan);
  const RegionCode scope = acting.scope.region();
  if (!found || !(found->content.head.value.region.contains(scope) || scope.contains(found->content.head.value.region))) return refuse("plan.not_found", {plan});
  return Asked{std::move(library), std::move(found)};
}

bool runs(const store::Acting& acting, const plan::Plan& plan) {
  return !acting.scope.owner() && acting.powers.has(powers::Power::values_sign) && acting.scope.region().contains(plan.content.head.value.region);
}

bool reports(const store::Acting& acting, RegionCode region) { return plan::fills(acting, region); }

Result<EvaluationRound> find_round(const store::Snapshot& snapshot, const std::string& plan, Id<EvaluationRound> round) {
  auto found = snapshot.find(Scope::country(), round);
  if (!found || found->plan != plan) return refuse("evaluation.not_found");
  return *found;
}

Result<FoundPlace> find_place(const store::Snapshot& snapshot, const std::string& plan, Id<EvaluationRound> round, RegionCode region) {
  Result<EvaluationRound> found = find_round(snapshot, plan, round);
  if (!found) return found.error();
  auto place = snapshot.first<PlaceEvaluation>(Scope::country(), Filter().equals("round", round).equals("region", region));
  if (!place) return refuse("evaluation.not_found");
  auto paper = snapshot.first<PlacePaper>(Scope::country(), Filter().equals("place_evaluation", place->id));
  CHECK(paper);  // they are made together
  return FoundPlace{std::move(*found), std::move(*place), std::move(*paper)};
}

std::vector<FoundPlace> all_places(const store::Snapshot& snapshot, const EvaluationRound& round) {
  std::vector<FoundPlace> places;
  for (PlaceEvaluation& place : snapshot.select<PlaceEvaluation>(Scope::country(), Filter().equals("round", round.id).order_by("region"))) {
    auto paper = snapshot.first<PlacePaper>(Scope::country(), Filter().equals("place_evaluation", place.id));
    CHECK(paper);
    places.push_back({round, std::move(place), std::move(*paper)});
  }
  return places;
}

}  // namespace laoyou::evaluation
