#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/point.h"

namespace laoyou::streets {

/// A made-up city district for demonstrations and tests, since no extract of a real one may be handed on. It has what such a district
/// has (an outer and an inner ring road, wide blocks entered by gates, alleys in the old town, footways, one-way streets, a river with few
/// bridges) and stands in a desert at 105° E 40° N, so that nobody takes it for a real place. Region codes start with 99, which no region has.
struct SyntheticDistrict {
  struct Way {
    std::int32_t from = 0, to = 0;
    const char* highway = "";
    bool oneway = false;
  };
  /// A housing estate or a row of houses.
  struct Estate {
    Point point;
    std::string region;  ///< 12 digits, the community
    std::int32_t people = 0, over_65 = 0, over_80 = 0, under_3 = 0;
  };
  /// A place of care that is there already, or a building that could become one.
  struct Place {
    Point point;
    std::string name;
    const char* kind = "";        ///< elderly, nursery
    std::int32_t capacity = 0;    ///< beds or slots
    std::int64_t price_fen = 0;   ///< of fitting out; 0 for an existing place
  };

  /// A river, a park or a house, as a closed ring.
  struct Area {
    const char* kind = "";  ///< water, green, building
    std::vector<Point> ring;
  };

  std::vector<Point> nodes;
  std::vector<Way> ways;
  std::vector<Estate> estates;
  std::vector<Place> places;      ///< existing
  std::vector<Place> candidates;  ///< idle buildings
  std::vector<std::size_t> bridges;  ///< indices of the ways over the river
  std::vector<Area> areas;
};

/// How large the district is. Blocks are 450 to 750 m wide.
struct DistrictSize {
  int columns = 9;  ///< of blocks, at least 3
  int rows = 8;     ///< of blocks, at least 3
  Point middle{105.0, 40.0};
};

/// The district of a seed; equal seeds give equal districts everywhere.
SyntheticDistrict make_district(std::uint64_t seed, DistrictSize size = {});

/// Gives the estates to these communities in turn, so that each has about as many and neighbours in the list are neighbours in the district;
/// the codes that started with 99 are gone then.
void give_communities(SyntheticDistrict& district, const std::vector<std::string>& communities);

/// A file's name and content.
struct DistrictFile {
  std::string name;
  std::string text;
};

/// The district as files: nodes.csv and edges.csv (read_street_csv), people.csv, places.csv, candidates.csv, areas.csv (city_from_tables), and
/// SYNTHETIC.txt, which says that all of it is made up and from which seed.
std::vector<DistrictFile> district_files(const SyntheticDistrict& district, std::uint64_t seed);

}  // namespace laoyou::streets
