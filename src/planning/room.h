// The room of looking ahead (前瞻规划): who is reached, where to build next, how many will need it. Its public face.
#pragma once

#include <functional>
#include <memory>

#include "http/route.h"
#include "jobs/room.h"
#include "planning/city/cities.h"
#include "planning/estates/estates.h"
#include "planning/need/need.h"
#include "planning/terms.h"
#include "regions/region_tree.h"

namespace laoyou::planning {

std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const facts::FactsKeeper& facts;
  Cities& cities;
  jobs::Jobs& jobs;
  std::function<std::shared_ptr<const regions::RegionTree>()> regions;
  std::function<std::string(std::int64_t account)> account_name;
  /// What plans ask of housing estates of a place, the nearest plan's first.
  EstateRules estate_rules = [](RegionCode) { return std::vector<EstateRule>(); };
  /// What the plans around a place ask, the nearest plan's first.
  std::function<Terms(RegionCode)> terms = [](RegionCode) { return Terms(); };
  /// What the plans around a place say of people to come.
  std::function<std::vector<PlanFigure>(RegionCode)> plan_figures = [](RegionCode) { return std::vector<PlanFigure>(); };
};

/// Taking a map in, and choosing sites.
std::vector<jobs::JobKind> job_kinds(const Services& services);

/// /api/planning…
http::RouteTable routes(Services services);

}  // namespace laoyou::planning
