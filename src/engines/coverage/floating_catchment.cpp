#include "engines/coverage/floating_catchment.h"

#include <algorithm>
#include <cmath>

namespace laoyou::coverage {
namespace {

bool all_sound(std::span<const double> figures) {
  return std::all_of(figures.begin(), figures.end(), [](double figure) { return figure >= 0 && std::isfinite(figure); });
}

}  // namespace

Result<Accessibility> floating_catchment(std::span<const double> people, std::span<const double> supply, std::span<const CatchmentPair> pairs) {
  if (!all_sound(people)) return refuse("coverage.input", {"people"});
  if (!all_sound(supply)) return refuse("coverage.input", {"supply"});
  for (const CatchmentPair& pair : pairs) {
    const bool known = pair.person >= 0 && static_cast<std::size_t>(pair.person) < people.size() && pair.place >= 0 &&
                       static_cast<std::size_t>(pair.place) < supply.size();
    if (!known || !(pair.weight >= 0) || !std::isfinite(pair.weight)) return refuse("coverage.input", {known ? "weight" : "pair"});
  }
  std::vector<double> demand(supply.size(), 0.0);
  for (const CatchmentPair& pair : pairs) {
    demand[static_cast<std::size_t>(pair.place)] += people[static_cast<std::size_t>(pair.person)] * pair.weight;
  }
  Accessibility result;
  result.score.assign(people.size(), 0.0);
  result.place_ratio.assign(supply.size(), 0.0);
  for (std::size_t place = 0; place < supply.size(); ++place) {
    if (demand[place] > 0) {
      result.place_ratio[place] = supply[place] / demand[place];
    } else {
      result.unused_supply += supply[place];
    }
  }
  for (const CatchmentPair& pair : pairs) {
    result.score[static_cast<std::size_t>(pair.person)] += result.place_ratio[static_cast<std::size_t>(pair.place)] * pair.weight;
  }
  return result;
}

std::vector<CatchmentPair> in_zones(std::span<const TravelPair> pairs, std::span<const CatchmentZone> zones) {
  std::vector<CatchmentPair> weighted;
  for (const TravelPair& pair : pairs) {
    const auto zone = std::find_if(zones.begin(), zones.end(), [&](const CatchmentZone& known) { return pair.time_ms <= known.until_ms; });
    if (zone != zones.end() && zone->weight > 0) weighted.push_back({pair.person, pair.place, zone->weight});
  }
  return weighted;
}

}  // namespace laoyou::coverage
