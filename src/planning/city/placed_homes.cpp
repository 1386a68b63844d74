#include "planning/city/placed_homes.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "standard_addresses/records.h"

namespace laoyou::planning {
namespace {

/// The nearest of the addresses within a place; nothing where it has none.
std::optional<std::size_t> nearest_in(const City& city, RegionCode region, Point point) {
  const auto [first, last] = city.addresses_in(region);
  const double east = std::cos(point.latitude * std::numbers::pi / 180);
  std::optional<std::size_t> nearest;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t at = first; at < last; ++at) {
    const Point other = city.addresses()[at].point;
    const double x = (other.longitude - point.longitude) * east, y = other.latitude - point.latitude, away = x * x + y * y;
    if (away < least) least = away, nearest = at;
  }
  return nearest;
}

}  // namespace

std::unordered_map<std::int64_t, std::size_t> placed_homes(const City& city, RegionCode region, store::Store& store) {
  using namespace standard_addresses;
  const auto filter = store::Filter().equals("owner", AddressOwner::household).one_of("certainty", std::vector{AddressCertainty::door, AddressCertainty::building, AddressCertainty::road});
  std::unordered_map<std::int64_t, std::size_t> homes;
  store.read([&](store::Snapshot& snapshot) {
    snapshot.each<AddressMatch>(store::Scope::of_account(region), filter, [&](const AddressMatch& match) {
      if (!match.longitude || !match.latitude) return;
      if (const auto nearest = nearest_in(city, match.region, {*match.longitude, *match.latitude})) homes.emplace(match.subject, *nearest);
    });
    return 0;
  });
  return homes;
}

}  // namespace laoyou::planning
