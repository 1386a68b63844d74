#include "planning/city/cities.h"

#include <algorithm>

#include "engines/streets/city_map_file.h"
#include "store/content.h"
#include "store/failure.h"

namespace laoyou::planning {
namespace {

constexpr std::size_t k_maps_kept = 6;

}  // namespace

std::vector<StreetMap> Cities::current() const {
  std::vector<StreetMap> all = store_.read([](store::Snapshot& snapshot) { return snapshot.select<StreetMap>(store::Scope::country()); });
  std::sort(all.begin(), all.end(), [](const StreetMap& a, const StreetMap& b) {
    return std::tuple(a.region, b.chosen_at, b.id.number) < std::tuple(b.region, a.chosen_at, a.id.number);
  });
  all.erase(std::unique(all.begin(), all.end(), [](const StreetMap& a, const StreetMap& b) { return a.region == b.region; }), all.end());
  return all;
}

Result<StreetMap> Cities::map_for(RegionCode region) const {
  const std::vector<StreetMap> maps = current();
  const StreetMap* chosen = nullptr;
  for (const StreetMap& map : maps)
    if (map.region.contains(region) && (chosen == nullptr || chosen->region.contains(map.region))) chosen = &map;
  for (const StreetMap& map : maps)
    if (chosen == nullptr && region.contains(map.region)) chosen = &map;
  if (chosen == nullptr) return refuse("planning.map_not_found");
  return *chosen;
}

std::shared_ptr<Cities::Kept> Cities::kept(std::int64_t content) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return each->content == content; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
  } else {
    kept_.push_front(std::make_shared<Kept>());
    kept_.front()->content = content;
    if (kept_.size() > k_maps_kept) kept_.pop_back();
  }
  return kept_.front();
}

std::shared_ptr<const LoadedMap> Cities::load(Kept& kept) {
  if (kept.map) return kept.map;
  store::Contents contents(store_);
  const auto content = contents.find({kept.content});
  auto map = content ? streets::unpack_city(contents.whole(*content)) : Result<streets::CityMap>(refuse("streets.map_damaged"));
  if (!map) throw store::StoreDamaged(map.error(), "content " + std::to_string(kept.content));
  kept.map = std::make_shared<const LoadedMap>(std::move(*map));
  return kept.map;
}

std::shared_ptr<const Situation> Cities::look(Kept& kept, const StreetMap& map) {
  const auto loaded = load(kept);
  const Instant now = clock_.now();
  GoingRules rules = rules_(map.region);
  const auto fresh = [&](const Registers& registers) {
    return registers.rules == rules && registers.changed_at == facts_.changed_at() && registers.day == now.beijing_day() && registers.region == map.region;
  };
  if (!kept.situation || !fresh(kept.situation->registers()))
    kept.situation = std::make_shared<const Situation>(loaded->city, read_registers(*loaded->city, map.region, facts_, store_, now, std::move(rules)));
  return kept.situation;
}

std::shared_ptr<const LoadedMap> Cities::loaded(const StreetMap& map) {
  const auto kept = this->kept(map.content);
  const std::scoped_lock lock(kept->mutex);
  return load(*kept);
}

std::shared_ptr<const Situation> Cities::situation(const StreetMap& map) {
  const auto kept = this->kept(map.content);
  const std::scoped_lock lock(kept->mutex);
  return look(*kept, map);
}

std::shared_ptr<const Density> Cities::density(const StreetMap& map) {
  const auto kept = this->kept(map.content);
  const std::scoped_lock lock(kept->mutex);
  const auto situation = look(*kept, map);
  if (kept->density_of != situation) {
    kept->density = std::make_shared<const Density>(situation->city(), situation->registers().people);
    kept->density_of = situation;
  }
  return kept->density;
}

}  // namespace laoyou::planning
