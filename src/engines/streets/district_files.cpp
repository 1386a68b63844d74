#include <cstdio>

#include "base/csv.h"
#include "engines/streets/synthetic_district.h"

namespace laoyou::streets {
namespace {

/// About a centimetre.
std::string degrees(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.7f", value);
  return text;
}

std::string at_point(Point point) { return degrees(point.longitude) + "," + degrees(point.latitude); }

std::string nodes_csv(const SyntheticDistrict& district) {
  std::string text = "id,longitude,latitude\n";
  for (std::size_t node = 0; node < district.nodes.size(); ++node) text += std::to_string(node) + "," + at_point(district.nodes[node]) + "\n";
  return text;
}

std::string edges_csv(const SyntheticDistrict& district) {
  std::string text = "from,to,highway,oneway\n";
  for (const SyntheticDistrict::Way& way : district.ways) {
    text += std::to_string(way.from) + "," + std::to_string(way.to) + "," + way.highway + "," + (way.oneway ? "yes" : "no") + "\n";
  }
  return text;
}

std::string people_csv(const SyntheticDistrict& district) {
  std::string text = "id,longitude,latitude,region,people,over_65,over_80,under_3\n";
  for (std::size_t estate = 0; estate < district.estates.size(); ++estate) {
    const SyntheticDistrict::Estate& one = district.estates[estate];
    text += std::to_string(estate + 1) + "," + at_point(one.point) + "," + one.region + "," + std::to_string(one.people) + "," + std::to_string(one.over_65) + "," +
            std::to_string(one.over_80) + "," + std::to_string(one.under_3) + "\n";
  }
  return text;
}

std::string places_csv(const std::vector<SyntheticDistrict::Place>& places) {
  std::string text = "name,longitude,latitude,kind,capacity,price_fen\n";
  for (const SyntheticDistrict::Place& place : places) {
    text += csv_cell(place.name) + "," + at_point(place.point) + "," + place.kind + "," + std::to_string(place.capacity) + "," + std::to_string(place.price_fen) + "\n";
  }
  return text;
}

std::string areas_csv(const SyntheticDistrict& district) {
  std::string text = "kind,wkt\n";
  for (const SyntheticDistrict::Area& area : district.areas) {
    std::string ring;
    for (const Point& corner : area.ring) ring += degrees(corner.longitude) + " " + degrees(corner.latitude) + ", ";
    text += std::string(area.kind) + ",\"POLYGON ((" + ring + degrees(area.ring.front().longitude) + " " + degrees(area.ring.front().latitude) + "))\"\n";
  }
  return text;
}

}  // namespace

std::vector<DistrictFile> district_files(const SyntheticDistrict& district, std::uint64_t seed) {
  const std::string note = "本目录全部为程序生成的虚构数据，不是任何真实城区。\nEverything in this folder is made up by a program; it is no real place.\nseed " +
                           std::to_string(seed) + "\n";
  return {{"nodes.csv", nodes_csv(district)},          {"edges.csv", edges_csv(district)},
          {"people.csv", people_csv(district)},        {"places.csv", places_csv(district.places)},
          {"candidates.csv", places_csv(district.candidates)}, {"areas.csv", areas_csv(district)},          {"SYNTHETIC.txt", note}};
}

}  // namespace laoyou::streets
