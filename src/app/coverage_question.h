#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "engines/coverage/floating_catchment.h"
#include "engines/streets/street_network.h"
#include "engines/streets/travel_profile.h"
#include "engines/tables/column_table.h"

namespace laoyou::app {

/// People or places read from a table.
struct Points {
  std::vector<std::string> names, regions, kinds;
  std::vector<Point> points;
  std::vector<double> counts;            ///< people of the row (estimates come in fractions), or what the place holds; 1 where there is no such column
  std::vector<std::int64_t> prices_fen;  ///< of opening a place; 0 where the table has no price_fen
  std::vector<bool> existing;            ///< whether a place is there already; false where the table does not say
};

/// What the words of `laoyou coverage` ask for.
struct CoverageQuestion {
  streets::TravelProfile profile;
  coverage::ReachOptions reach;
  bool in_metres = false;                      ///< the limit is a distance; a millisecond of time then stands for a millimetre
  bool list = false;                           ///< each person's nearest place as well
  std::vector<coverage::CatchmentZone> zones;  ///< of the scores; empty: none are wanted
  std::optional<double> area_cell_m;
  std::optional<std::string> matrix_path;      ///< where the travel table for `laoyou siting` goes
};

/// Reads the options. Refused as "option.unknown_value", "number.malformed", "streets.out_of_range" or "coverage.zones_malformed" with the
/// option as place, or as the table of --speeds is.
Result<CoverageQuestion> read_coverage_question(const Options& options);

/// The streets of --osm or --graph for the question's profile.
Result<streets::StreetNetwork> read_streets(const Options& options, const streets::TravelProfile& profile);

/// A table with a point in each row; `count_column` holds its count, those of `passed_over` say more of the same people and are not used. Refused
/// with "file:line:column".
Result<Points> read_points(const std::string& path, const tables::KnownColumn& count_column, const std::vector<std::string>& passed_over = {});

}  // namespace laoyou::app
