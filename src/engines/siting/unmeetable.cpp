#include "engines/siting/unmeetable.h"

namespace laoyou::siting {
namespace {

Refusal met_without(Requirement requirement) {
  switch (requirement) {
    case Requirement::most_places: return refuse("siting.met_without_most_places");
    case Requirement::budget: return refuse("siting.met_without_budget");
    case Requirement::capacity: return refuse("siting.met_without_capacity");
    case Requirement::least_use: return refuse("siting.met_without_least_use");
    case Requirement::radius: break;
  }
  return refuse("siting.met_without_radius");
}

}  // namespace

Refusals refuse_unmeetable(const std::vector<Requirement>& each_alone) {
  Refusals refusals{refuse("siting.no_choice_fits")};
  for (const Requirement requirement : each_alone) refusals.push_back(met_without(requirement));
  return refusals;
}

}  // namespace laoyou::siting
