#include "planning/city/city.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "base/check.h"

namespace laoyou::planning {
namespace {

constexpr double k_seconds_a_minute = 60;

/// Evenly spread over all 64 bits (Steele, Lea, Flood 2014: SplitMix64), so that ids in a row go to addresses all over the place.
std::uint64_t scattered(std::uint64_t key) {
  key += 0x9e3779b97f4a7c15;
  key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9;
  key = (key ^ (key >> 27)) * 0x94d049bb133111eb;
  return key ^ (key >> 31);
}

/// The same streets with times that are millimetres: what is closed stays closed.
streets::StreetNetwork in_metres(const streets::StreetNetwork& network) {
  streets::StreetNetwork metres = network;
  for (streets::Street& street : metres.streets) {
    if (street.forward_ms != streets::k_closed) street.forward_ms = street.length_mm;
    if (street.backward_ms != streets::k_closed) street.backward_ms = street.length_mm;
  }
  return metres;
}

double profile_metres_per_minute() { return streets::TravelProfile{}.walking_speed_m_s * k_seconds_a_minute; }

/// How much longer the traveller takes than the profile's walker.
double slowness(const Question& question) {
  CHECK(question.metres_per_minute > 0);
  return question.way == TravelWay::car ? 1 : profile_metres_per_minute() / question.metres_per_minute;
}

unsigned threads() { return std::clamp(std::thread::hardware_concurrency(), 1U, 8U); }

}  // namespace

City::City(streets::CityMap map) : map_(std::move(map)), bounds_(streets::bounds_of(map_)) {
  std::stable_sort(map_.addresses.begin(), map_.addresses.end(), [](const streets::Address& a, const streets::Address& b) { return a.region < b.region; });
  people_until_.reserve(map_.addresses.size() + 1);
  people_until_.push_back(0);
  for (const streets::Address& address : map_.addresses) people_until_.push_back(people_until_.back() + address.people);
}

std::pair<std::size_t, std::size_t> City::addresses_in(RegionCode region) const {
  const auto before = [](const streets::Address& address, std::int64_t code) { return address.region < code; };
  const auto first = std::lower_bound(map_.addresses.begin(), map_.addresses.end(), region.number(), before);
  const auto last = std::lower_bound(first, map_.addresses.end(), region.end_number(), before);
  return {static_cast<std::size_t>(first - map_.addresses.begin()), static_cast<std::size_t>(last - map_.addresses.begin())};
}

std::optional<std::size_t> City::address_for(RegionCode region, std::int64_t key) const {
  const auto [first, last] = addresses_in(region);
  if (first == last) return std::nullopt;
  const double low = people_until_[first], high = people_until_[last];
  const double share = static_cast<double>(scattered(static_cast<std::uint64_t>(key)) >> 11) * 0x1.0p-53;
  if (high <= low) return first + static_cast<std::size_t>(share * static_cast<double>(last - first));
  const auto begin = people_until_.begin() + static_cast<std::ptrdiff_t>(first) + 1, end = people_until_.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  const auto found = std::upper_bound(begin, end, low + share * (high - low));
  return std::min(last - 1, first + static_cast<std::size_t>(found - begin));
}

City::Streets& City::ready(bool car) const {
  Streets& made = streets_[car ? 1 : 0];
  std::call_once(made.once, [&] {
    made.finder = std::make_unique<coverage::StreetFinder>(network(car));
    made.times = std::make_unique<coverage::ReachIndex>(network(car));
    std::vector<Point> points;
    for (const streets::Address& address : map_.addresses) points.push_back(address.point);
    made.addresses = made.finder->nearest(points, k_farthest_street_m, threads());
  });
  return made;
}

const coverage::ReachIndex& City::index(const Question& question) const {
  const bool car = question.way == TravelWay::car;
  Streets& made = ready(car);
  if (!question.metres) return *made.times;
  std::call_once(made.metres_once, [&] {
    made.in_metres = in_metres(network(car));
    made.metres = std::make_unique<coverage::ReachIndex>(made.in_metres);
  });
  return *made.metres;
}

coverage::ReachOptions City::options(const Question& question) const {
  coverage::ReachOptions options;
  options.threads = threads();
  options.walking_speed_m_s = question.metres ? 1 : streets::TravelProfile{}.walking_speed_m_s;
  const double seconds = question.metres ? *question.metres : *question.minutes * k_seconds_a_minute / slowness(question);
  options.limit_ms = static_cast<std::int32_t>(std::lround(seconds * 1000));
  return options;
}

double City::minutes(const Question& question, std::int32_t time) const {
  if (question.metres) return time / 1000.0 / question.metres_per_minute;
  return time / 1000.0 / k_seconds_a_minute * slowness(question);
}

std::optional<double> City::metres(const Question& question, std::int32_t time) const {
  if (question.metres) return time / 1000.0;
  if (question.way == TravelWay::car) return std::nullopt;
  return minutes(question, time) * question.metres_per_minute;
}

std::vector<coverage::Position> City::positions(TravelWay way, std::span<const Point> points) const {
  return finder(way == TravelWay::car).nearest(points, k_farthest_street_m, threads());
}

const std::vector<coverage::Position>& City::address_positions(TravelWay way) const { return ready(way == TravelWay::car).addresses; }

}  // namespace laoyou::planning
