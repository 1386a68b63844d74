#include "planning/city/registers.h"

#include <algorithm>
#include <unordered_map>

#include "planning/city/placed_homes.h"
#include "planning/city/register_columns.h"

namespace laoyou::planning {
namespace {

/// The last day of birth of those who are so old or older.
std::int64_t born_until(Date day, int years) { return day.plus_months(-12 * years).days(); }

class PeopleCounter {
 public:
  PeopleCounter(const City& city, Registers& found, std::unordered_map<std::int64_t, std::size_t> homes)
      : city_(city), found_(found), homes_(std::move(homes)), until_60_(born_until(found.day, 60)), until_65_(born_until(found.day, 65)), until_80_(born_until(found.day, 80)), until_3_(born_until(found.day, 3)) {
    found_.people.assign(city.addresses().size(), GroupCounts{});
  }

  void count(const rules::Facts& facts) {
    const RegisterColumns residents(facts, "resident");
    const rules::Column &region = residents.column("region"), &born = residents.column("born"), &left = residents.column("moved_out"), &household = residents.column("household"),
                        &id = residents.column("id");
    for (std::size_t row = 0; row < residents.rows(); ++row) {
      const RegionCode place = RegionCode::from_number(region.at(row).value_or(0));
      if (!found_.region.contains(place)) continue;
      if (const rules::Value day = left.at(row); day && *day <= found_.day.days()) continue;
      const rules::Value home = household.at(row);
      add(place, home, home ? *home : id.at(row).value_or(0), born.at(row));
    }
  }

 private:
  /// Where the household's address lies, if that is known; else at an address of the place that the key chooses.
  std::optional<std::size_t> address_of(RegionCode place, rules::Value home, std::int64_t key) const {
    if (home)
      if (const auto lies = homes_.find(*home); lies != homes_.end()) return lies->second;
    return place.level() >= RegionLevel::street ? city_.address_for(place, key) : std::nullopt;
  }

  void add(RegionCode place, rules::Value home, std::int64_t key, rules::Value born) {
    const auto address = address_of(place, home, key);
    const auto each = [&](PeopleGroup group) {
      const auto at = static_cast<std::size_t>(group);
      if (address) ++found_.people[*address][at];
      ++(address ? found_.placed : found_.unplaced)[at];
    };
    if (!address) ++found_.unplaced_in[place];
    each(PeopleGroup::everybody);
    if (!born) return;
    if (*born <= until_60_) each(PeopleGroup::from_60);
    if (*born <= until_65_) each(PeopleGroup::from_65);
    if (*born <= until_80_) each(PeopleGroup::from_80);
    if (*born > until_3_) each(PeopleGroup::under_three);
  }

  const City& city_;
  Registers& found_;
  std::unordered_map<std::int64_t, std::size_t> homes_;
  std::int64_t until_60_, until_65_, until_80_, until_3_;
};

struct Room {
  std::int64_t capacity = 0, free = 0;
};

/// Beds or slots of each institution that are there today, and those nobody has.
std::unordered_map<std::int64_t, Room> rooms(const rules::Facts& facts, std::string_view record, Date day) {
  std::unordered_map<std::int64_t, Room> rooms;
  const RegisterColumns all(facts, record);
  const rules::Column &institution = all.column("institution"), &opened = all.column("opened"), &closed = all.column("closed"), &occupied = all.column("occupied");
  for (std::size_t row = 0; row < all.rows(); ++row) {
    const rules::Value owner = institution.at(row), from = opened.at(row), until = closed.at(row);
    if (!owner || (from && *from > day.days()) || (until && *until <= day.days())) continue;
    Room& room = rooms[*owner];
    ++room.capacity;
    room.free += occupied.at(row).value_or(0) == 0 ? 1 : 0;
  }
  return rooms;
}

std::vector<PlaceOnMap> read_places(RegionCode region, store::Store& store, Date day) {
  std::vector<PlaceOnMap> places;
  store.read([&](store::Snapshot& snapshot) {
    snapshot.each<registry::Institution>(store::Scope(region), store::Filter(), [&](registry::Institution each) {
      PlaceOnMap place{each.id, each.version, each.region, std::move(each.name), each.kind, std::nullopt, each.opened, each.closed, true, 0, 0, {}, {}};
      place.open_today = place.open_on(day);
      place.synthetic = each.synthetic;
      place.inclusive = each.inclusive;
      place.address = std::move(each.address);
      place.phone = std::move(each.phone);
      place.monthly_fee = each.monthly_fee;
      if (each.longitude && each.latitude)
        if (const auto point = Point::create(*each.longitude, *each.latitude)) place.point = *point;
      places.push_back(std::move(place));
    });
    return 0;
  });
  std::sort(places.begin(), places.end(), [](const PlaceOnMap& a, const PlaceOnMap& b) { return std::pair(a.region, a.id.number) < std::pair(b.region, b.id.number); });
  return places;
}

void put_on_streets(const City& city, std::vector<PlaceOnMap>& places) {
  for (PlaceOnMap& place : places) {
    if (!place.point) continue;
    place.walk = city.position(TravelWay::walk, *place.point);
    place.car = city.position(TravelWay::car, *place.point);
  }
}

}  // namespace

Registers read_registers(const City& city, RegionCode region, const facts::FactsKeeper& facts, store::Store& store, Instant now, GoingRules rules) {
  Registers found;
  found.region = region;
  found.rules = std::move(rules);
  found.day = now.beijing_day();
  found.changed_at = facts.changed_at();
  auto homes = placed_homes(city, region, store);
  std::unordered_map<std::int64_t, Room> beds, slots;
  facts.read([&](const rules::Facts& all, const facts::FactsMoment& moment) {
    found.as_of = moment.at;
    PeopleCounter(city, found, std::move(homes)).count(all);
    beds = rooms(all, "bed", found.day);
    slots = rooms(all, "slot", found.day);
  });
  found.places = read_places(region, store, found.day);
  for (PlaceOnMap& place : found.places) {
    const KindOfPlace* const kind = found.rules.find_kind(place.kind);
    const auto& rooms_of_kind = kind != nullptr && kind->unit == PlaceUnit::slots ? slots : beds;
    if (const auto room = rooms_of_kind.find(place.id.number); room != rooms_of_kind.end()) std::tie(place.capacity, place.free) = std::pair(room->second.capacity, room->second.free);
  }
  put_on_streets(city, found.places);
  return found;
}

}  // namespace laoyou::planning
