// A city's map made ready for questions: searches over its streets, and where its addresses stand by them. Immutable; safe across threads.
#pragma once

#include <array>
#include <memory>
#include <mutex>

#include "base/region_code.h"
#include "engines/coverage/reach.h"
#include "engines/streets/city_map.h"
#include "planning/travel.h"

namespace laoyou::planning {

/// No street within so many metres: the map is at fault, or the place is none.
inline constexpr double k_farthest_street_m = 1'000;

class City {
 public:
  explicit City(streets::CityMap map);
  City(const City&) = delete;
  City& operator=(const City&) = delete;

  const streets::CityMap& map() const { return map_; }
  const streets::Bounds& bounds() const { return bounds_; }
  /// By region, then as the map has them.
  const std::vector<streets::Address>& addresses() const { return map_.addresses; }
  /// The addresses within a place: [first, second).
  std::pair<std::size_t, std::size_t> addresses_in(RegionCode region) const;
  /// The address that a key's owner lives at, if there is any in the place: always the same, and of many keys each address gets its share.
  std::optional<std::size_t> address_for(RegionCode region, std::int64_t key) const;

  /// The streets as they are searched for the question: times are milliseconds on foot at the profile's own pace, or millimetres.
  const coverage::ReachIndex& index(const Question& question) const;
  /// The limit in the index's own unit, threads and walking speed.
  coverage::ReachOptions options(const Question& question) const;
  /// Minutes of the question's own traveller; along a distance, at the traveller's pace.
  double minutes(const Question& question, std::int32_t time) const;
  /// Metres along the streets: exact for limits in metres, else what the traveller walks in that time; nothing for cars.
  std::optional<double> metres(const Question& question, std::int32_t time) const;

  coverage::Position position(TravelWay way, Point point) const { return finder(way == TravelWay::car).nearest(point, k_farthest_street_m); }
  std::vector<coverage::Position> positions(TravelWay way, std::span<const Point> points) const;
  const std::vector<coverage::Position>& address_positions(TravelWay way) const;

 private:
  struct Streets {
    std::once_flag once, metres_once;
    std::unique_ptr<coverage::StreetFinder> finder;
    std::vector<coverage::Position> addresses;
    std::unique_ptr<coverage::ReachIndex> times, metres;
    streets::StreetNetwork in_metres;
  };
  const streets::StreetNetwork& network(bool car) const { return car ? map_.car : map_.walk; }
  Streets& ready(bool car) const;
  const coverage::StreetFinder& finder(bool car) const { return *ready(car).finder; }

  streets::CityMap map_;
  streets::Bounds bounds_;
  std::vector<double> people_until_;  ///< of the addresses before each
  mutable std::array<Streets, 2> streets_;
};

}  // namespace laoyou::planning
