#include "app/demo_addresses.h"

#include <array>

#include "registry/household.h"
#include "registry/resident.h"
#include "standard_addresses/match_addresses.h"

namespace laoyou::app {
namespace {

using registry::Household;
using registry::Resident;
using standard_addresses::StandardAddress;

constexpr std::size_t k_records_a_command = 500;
constexpr std::array<std::string_view, 12> k_roads = {"团结路", "和平路", "青年路", "建设路", "胜利路", "光明路", "新华路", "文化路", "学府路", "迎宾路", "友谊路", "朝阳路"};
constexpr std::array<std::string_view, 6> k_estates = {"阳光花园", "幸福家园", "康乐小区", "翠湖花苑", "银杏苑", "福寿里"};

/// One village of the map: its road, its estate, and the houses on it.
struct Village {
  RegionCode region;
  std::string road, estate;
  std::vector<Point> houses;
  [[nodiscard]] bool is_estate(std::size_t house) const { return house % 4 == 3; }
  [[nodiscard]] static std::string number(std::size_t house) { return std::to_string(2 * house + 1) + "号"; }
  [[nodiscard]] static std::string building(std::size_t house) { return std::to_string(house / 4 + 1) + "栋"; }
};

std::vector<Village> villages_of(const planning::City& city) {
  constexpr std::size_t k_houses_most = 40;
  std::vector<Village> villages;
  for (const streets::Address& address : city.addresses()) {
    const RegionCode region = RegionCode::from_number(address.region);
    if (villages.empty() || villages.back().region != region) {
      const std::size_t at = villages.size(), round = at / k_roads.size();
      const std::string road = std::string(k_roads[at % k_roads.size()]);
      // 团结路, 团结二路, 团结三路: a city has no two roads of one name.
      constexpr std::array<std::string_view, 10> k_figures = {"", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
      const std::string stem = road.substr(0, road.size() - std::string_view("路").size());
      villages.push_back({region, round == 0 ? road : stem + std::string(k_figures[round % k_figures.size()]) + "路", std::string(k_estates[at % k_estates.size()]), {}});
    }
    if (villages.back().houses.size() < k_houses_most) villages.back().houses.push_back(address.point);
  }
  return villages;
}

StandardAddress standard(const Village& village, std::size_t house) {
  StandardAddress made;
  made.region = village.region;
  if (village.is_estate(house)) {
    made.estate = village.estate;
    made.building = Village::building(house);
  } else {
    made.road = village.road;
    made.number = Village::number(house);
  }
  made.longitude = village.houses[house].longitude;
  made.latitude = village.houses[house].latitude;
  made.source = "演示";
  made.synthetic = true;
  return made;
}

/// As people write their address, the nth of the village.
std::string written(const Village& village, const Village& neighbour, std::size_t nth) {
  const std::size_t house = (nth * 5) % village.houses.size();
  const std::string door = std::to_string(nth % 6 + 1) + "0" + std::to_string(nth % 3 + 1) + "室";
  if (nth % 12 == 11) return nth % 24 == 11 ? neighbour.road + Village::number(0) : "老粮站旁边";
  if (nth % 12 == 10) return std::to_string(nth % 7 + 1) + "栋" + door;
  if (nth % 12 == 9) return village.road + std::to_string(2 * village.houses.size() + 20 + nth) + "号";
  if (village.is_estate(house)) return village.estate + std::to_string(house / 4 + 1) + "号楼2单元" + door;
  return village.road + Village::number(house) + (nth % 2 == 0 ? "1单元" : "") + door;
}

/// A household for every two residents of each village who have none.
class Homes {
 public:
  Homes(store::Writing& writing, const std::vector<Village>& villages) : writing_(writing), villages_(villages) {}

  void settle(Resident& resident) {
    const auto village = std::lower_bound(villages_.begin(), villages_.end(), resident.region, [](const Village& each, RegionCode region) { return each.region < region; });
    if (village == villages_.end() || village->region != resident.region || village->houses.empty()) return;
    if (home_.region != resident.region) home_ = {}, nth_ = 0, living_ = 0;
    if (living_++ % 2 == 0) {
      const Village& neighbour = villages_[(static_cast<std::size_t>(village - villages_.begin()) + 1) % villages_.size()];
      home_ = Household();
      home_.id = writing_.new_id<Household>();
      home_.region = resident.region;
      home_.address = written(*village, neighbour, nth_++);
      home_.synthetic = true;
      writing_.insert(home_);
    }
    resident.household = home_.id;
    writing_.update(resident);
  }

 private:
  store::Writing& writing_;
  const std::vector<Village>& villages_;
  Household home_;
  std::size_t nth_ = 0, living_ = 0;
};

Result<void> settle_residents(store::Store& store, const store::Actor& actor, const std::vector<Village>& villages, RegionCode region) {
  const auto filter = store::Filter().equals("synthetic", true).is_absent("household");
  std::vector<Resident> residents = store.read([&](store::Snapshot& snapshot) { return snapshot.select<Resident>(store::Scope(region), filter); });
  for (std::size_t first = 0; first < residents.size();) {
    std::size_t last = std::min(first + k_records_a_command, residents.size());
    while (last < residents.size() && residents[last].region == residents[last - 1].region) ++last;  // a village in one command
    const Result<void> done = store.write(actor, [&](store::Writing& writing) -> Result<void> {
      Homes homes(writing, villages);
      for (std::size_t at = first; at < last; ++at) homes.settle(residents[at]);
      return {};
    }).result();
    if (!done) return done;
    first = last;
  }
  return {};
}

Result<std::int64_t> keep_base(store::Store& store, const store::Actor& actor, const std::vector<Village>& villages) {
  std::vector<StandardAddress> base;
  for (const Village& village : villages)
    for (std::size_t house = 0; house < village.houses.size(); ++house) base.push_back(standard(village, house));
  for (std::size_t first = 0; first < base.size(); first += k_records_a_command) {
    const Result<void> done = store.write(actor, [&](store::Writing& writing) -> Result<void> {
      for (std::size_t at = first; at < std::min(first + k_records_a_command, base.size()); ++at) {
        base[at].id = writing.new_id<StandardAddress>();
        writing.insert(base[at]);
      }
      return {};
    }).result();
    if (!done) return done.error();
  }
  return std::ssize(base);
}

}  // namespace

Result<std::int64_t> fill_addresses(store::Store& store, const store::Actor& actor, planning::Cities& cities, const regions::RegionTree& tree, RegionCode region, Date today) {
  if (region.level() == RegionLevel::country) return std::int64_t{0};
  if (store.read([&](store::Snapshot& snapshot) { return snapshot.first<StandardAddress>(store::Scope(region), {}).has_value(); })) return std::int64_t{0};
  const auto map = cities.map_for(region);
  if (!map || !map->synthetic) return std::int64_t{0};
  const std::vector<Village> villages = villages_of(*cities.loaded(*map)->city);
  const auto kept = keep_base(store, actor, villages);
  if (!kept) return kept.error();
  if (const auto settled = settle_residents(store, actor, villages, region); !settled) return settled.error();
  const store::Acting acting{actor, store::Scope(region), powers::Powers::all()};
  if (const auto placed = standard_addresses::match_addresses(store, acting, tree, today, [](std::int64_t, std::int64_t) {}); !placed) return placed.error();
  return *kept;
}

}  // namespace laoyou::app
