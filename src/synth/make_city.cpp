#include "synth/make_city.h"

#include "base/check.h"
#include "synth/people.h"

namespace laoyou::synth {

std::map<std::string, std::int64_t, std::less<>> make_city(const City& city, const Sink& sink) {
  CHECK(!city.counties.empty() && city.people > 0);
  for (const County& county : city.counties) CHECK(!county.streets.empty());
  Desk desk(city, sink);
  const AgeCounts counts = age_counts(city);
  Places places(desk, counts.between(60, k_ages - 1));
  Care care = places.make();
  const auto villages = People(desk, places, care, counts).make();
  make_localities(desk, villages);
  desk.hand_on(true);
  return std::move(desk.counts);
}

}  // namespace laoyou::synth
