#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "engines/streets/street_network.h"
#include "engines/streets/travel_profile.h"

namespace laoyou::streets {

/// What an import found on its way.
struct ImportCounts {
  std::int64_t nodes = 0;          ///< in the extract
  std::int64_t ways = 0;           ///< in the extract
  std::int64_t ways_travelled = 0; ///< of these, travelled by the profile
  std::int64_t nodes_missing = 0;  ///< referred to by travelled ways but outside the extract
};

struct ImportedStreets {
  StreetNetwork network;
  ImportCounts counts;
};

/// The streets of an OpenStreetMap extract, .osm.pbf or .osm (XML), for one profile, in one pass over the bytes. Streets are cut at
/// junctions; a way is left out where its class or its access tags close it; `oneway`, roundabouts, `oneway:foot` and `maxspeed` are
/// heeded, turn restrictions and barriers are not. Refused as
///   streets.extract_cut      {}      place "byte N": the block within which the file ends
///   streets.block_unknown    {}      place "byte N": no block of the format starts here
///   streets.extract_broken   {what}  place "byte N": the block whose content cannot be read, or "line:column" in XML
///   streets.extract_unfinished {remark}  place "line:column": the server broke off
///   streets.nodes_missing    {streets, nodes}  there are streets, but their nodes are not in the extract
///   streets.no_street        {}      nothing in it can be travelled
/// Deleted objects are not there, and of several versions of one the newest counts.
Result<ImportedStreets> import_osm(std::string_view bytes, const TravelProfile& profile);

}  // namespace laoyou::streets
