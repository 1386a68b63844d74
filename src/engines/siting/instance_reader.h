#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/siting/siting_problem.h"

namespace laoyou::siting {

/// A siting problem read from a file, with what its places and clients are called there.
struct SitingInstance {
  SitingProblem problem;
  std::vector<std::string> place_names;   ///< as in the file, or 1, 2 … where it has none
  std::vector<std::string> client_names;
};

/// OR-Library p-median: "n m p", then m edges "u v length"; travel is the shortest path; a repeated edge's last line counts. Every
/// node is a client of one person and a candidate. Goal least_travel with p places.
/// Refused with the place "line:column": the codes of NumberReader, "instance.trailing_text", "instance.not_connected" {node}.
Result<SitingInstance> read_orlib_pmed(std::string_view text);

/// Points of São José dos Campos (Lorena): "n", then n lines "x y"; `demand` holds n numbers of people. Travel is the straight
/// line between points; each point is a candidate. The places of errors start with "points:" or "demand:".
Result<SitingInstance> read_sjc(std::string_view points, std::string_view demand);

/// OR-Library capacitated warehouse location: "m n", m lines "capacity opening_cost", then for each of n clients its demand and
/// m costs of serving all of it. Goal least_travel, opening costs counted.
Result<SitingInstance> read_orlib_cap(std::string_view text);

/// A table of travel costs as CSV with a header, one line a pair: `cost` (or distance, minutes, seconds, metres), `place` (or name), `client`
/// (or DestinationName), and if wanted `people` (or population, demand, weight, 人数; 1 when absent), `price_fen` (whole), `opening_cost`,
/// `capacity`, `least_use`, `existing` (0 or 1) of the place.
/// Refused as ColumnTable refuses, and as "instance.contradiction" {column} where two lines say different things of a client, a place or a
/// pair.
Result<SitingInstance> read_travel_csv(std::string_view text);

}  // namespace laoyou::siting
