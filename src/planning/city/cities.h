// The maps that are kept, and those in use ready for questions. Safe across threads.
#pragma once

#include <list>

#include "planning/city/situation.h"
#include "planning/records.h"
#include "planning/tiles/density.h"
#include "planning/tiles/drawn_city.h"
#include "store/store.h"

namespace laoyou::planning {

/// One map in memory.
struct LoadedMap {
  explicit LoadedMap(streets::CityMap map) : city(std::make_shared<const City>(std::move(map))), drawn(city->map()) {}
  std::shared_ptr<const City> city;
  DrawnCity drawn;
};

class Cities {
 public:
  /// `rules` is asked for the going rules of a place whenever they may have changed.
  Cities(store::Store& store, const facts::FactsKeeper& facts, const Clock& clock, GoingRulesOf rules) : store_(store), facts_(facts), clock_(clock), rules_(std::move(rules)) {}

  GoingRules rules(RegionCode region) const { return rules_(region); }

  /// Of each place the version chosen last, by region.
  std::vector<StreetMap> current() const;
  /// The current map around the region; where there is none, the first within it. Refused as "planning.map_not_found".
  Result<StreetMap> map_for(RegionCode region) const;

  /// Throws StoreUnavailable; StoreDamaged when what was kept is no map.
  std::shared_ptr<const LoadedMap> loaded(const StreetMap& map);
  /// The registers of the map's place on it, as they are now.
  std::shared_ptr<const Situation> situation(const StreetMap& map);
  /// Of the whole map whoever asks: two different pictures would tell more than each.
  std::shared_ptr<const Density> density(const StreetMap& map);

 private:
  struct Kept {
    std::int64_t content = 0;
    std::mutex mutex;  ///< held while one of the following is made
    std::shared_ptr<const LoadedMap> map;
    std::shared_ptr<const Situation> situation;
    std::shared_ptr<const Density> density;
    std::shared_ptr<const Situation> density_of;
  };
  std::shared_ptr<Kept> kept(std::int64_t content);
  std::shared_ptr<const LoadedMap> load(Kept& kept);
  std::shared_ptr<const Situation> look(Kept& kept, const StreetMap& map);

  store::Store& store_;
  const facts::FactsKeeper& facts_;
  const Clock& clock_;
  GoingRulesOf rules_;
  std::mutex mutex_;
  std::list<std::shared_ptr<Kept>> kept_;  ///< the one used last first
};

}  // namespace laoyou::planning
