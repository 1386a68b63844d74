#pragma once

#include <string_view>

#include "base/result.h"
#include "engines/streets/street_network.h"
#include "engines/streets/travel_profile.h"
#include "engines/tables/column_table.h"

namespace laoyou::streets {

/// The columns of the two tables.
std::vector<tables::KnownColumn> node_columns();
std::vector<tables::KnownColumn> edge_columns();

/// A network from two CSV files.
///   nodes: id, longitude (or lon), latitude (or lat), and the other names of street_csv.cpp
///   edges: from (or u), to (or v); if wanted length_m (measured along the line when absent), highway (a class of the profile;
///          unclassified when absent), speed_km_h (for cars, instead of the class's), oneway (the words of oneway.h; walkers do not heed it),
///          wkt (LINESTRING of the whole street)
/// Streets the profile does not travel are left out. Refused with the file and place ("edges:12:3"): ColumnTable's codes, "streets.oneway_unknown" {word},
/// "streets.unknown_node" {id}, "streets.repeated_node" {id}, "streets.unknown_class" {highway}, "streets.line_malformed".
Result<StreetNetwork> read_street_csv(std::string_view nodes, std::string_view edges, const TravelProfile& profile);

}  // namespace laoyou::streets
