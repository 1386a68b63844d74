#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::streets {

enum class TravelMode { walk, car };

/// How a class of streets (OpenStreetMap's `highway`) is travelled. A speed of 0 closes it.
struct StreetClass {
  std::string name;
  double car_km_h = 0;
  double walk_share = 0;  ///< of the walking speed: 1 on the level, less on steps, 0 where nobody walks
};

/// How somebody travels.
struct TravelProfile {
  TravelMode mode = TravelMode::walk;
  double walking_speed_m_s = 1.2;  ///< 0.667 (40 m/min) for the old
  double even_speed_m_s = 0;       ///< above 0: every open street is travelled at this speed, so that times stand for distances
  std::vector<StreetClass> classes;
  std::int32_t least_island_junctions = 10;  ///< smaller islands of an extract are left out

  /// The class of that name, or none.
  [[nodiscard]] const StreetClass* find(std::string_view name) const;
  /// Metres a second on the class, 0 where it is closed; `car_km_h` (a sign's limit) replaces the class's speed when above 0.
  [[nodiscard]] double speed_m_s(const StreetClass& street_class, double car_km_h = 0) const;
};

/// Walking or driving with the classes that come with laoyou: street_classes.csv, where each has its source; those without one are
/// assumptions to start from, and a plan may bring its own table.
TravelProfile default_profile(TravelMode mode);

/// A table of classes: CSV with the columns highway, car_km_h (0 … 300), walk_share (0 … 2), and a source beside them. Refused with the place
/// "line:column" as ColumnTable refuses, or as "streets.repeated_class" {highway}.
Result<std::vector<StreetClass>> read_street_classes(std::string_view csv);

}  // namespace laoyou::streets
