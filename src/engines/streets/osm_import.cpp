#include "engines/streets/osm_import.h"

#include <algorithm>
#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/visitor.hpp>
#include <optional>
#include <string>

#include "engines/streets/osm_ways.h"
#include "engines/streets/pbf_blocks.h"

namespace laoyou::streets {
namespace {

/// Keeps every node's place and every travelled way's nodes: nodes stand before the ways in an extract, so one pass is enough.
class Collector : public osmium::handler::Handler {
 public:
  Collector(const TravelProfile& profile, OsmWays& ways) : rules_(profile), ways_(ways) {}

  void node(const osmium::Node& node) {
    ++ways_.counts.nodes;
    if (!node.location().valid()) return;
    ways_.node_ids.push_back(node.id());
    ways_.node_x.push_back(node.location().x());
    ways_.node_y.push_back(node.location().y());
  }

  void way(const osmium::Way& way) {
    ++ways_.counts.ways;
    const WayRule rule = rules_.rule_of(way.tags());
    if (rule.speed_m_s <= 0 || way.nodes().size() < 2) return;
    ++ways_.counts.ways_travelled;
    ways_.rules.push_back(rule);
    for (const osmium::NodeRef& ref : way.nodes()) ways_.refs.push_back(ref.ref());
    ways_.first_ref.push_back(static_cast<std::int64_t>(ways_.refs.size()));
  }

 private:
  WayRules rules_;
  OsmWays& ways_;
};

bool is_xml(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<';
}

/// What libosmium says against the bytes, and where where it knows that.
struct Complaint {
  std::string what;
  std::string place;  // "line:column" in XML; empty for blocks
};

/// Nothing where all could be read.
std::optional<Complaint> read_all(std::string_view bytes, Collector* collector) {
  try {
    osmium::io::Reader reader(osmium::io::File(bytes.data(), bytes.size(), is_xml(bytes) ? "osm" : "pbf"), osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
    while (const osmium::memory::Buffer buffer = reader.read()) {
      if (collector != nullptr) osmium::apply(buffer, *collector);
    }
    reader.close();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const osmium::xml_error& failure) {
    return Complaint{failure.what(), std::to_string(std::max<std::uint64_t>(failure.line, 1)) + ":" + std::to_string(failure.column + 1)};
  } catch (const std::exception& failure) {
    return Complaint{failure.what(), is_xml(bytes) ? "1:1" : ""};
  }
}

/// The first byte of the block libosmium cannot read, where all are blocks: they are tried one by one, each after the first.
std::size_t broken_byte(std::string_view bytes) {
  const std::size_t head = pbf_block_length(bytes, 0).value();
  if (read_all(bytes.substr(0, head), nullptr)) return 0;
  for (std::size_t at_byte = head; at_byte < bytes.size();) {
    const std::size_t length = pbf_block_length(bytes, at_byte).value();
    const std::string alone = std::string(bytes.substr(0, head)) + std::string(bytes.substr(at_byte, length));
    if (read_all(alone, nullptr)) return at_byte;
    at_byte += length;
  }
  return bytes.size();
}

}  // namespace

Result<ImportedStreets> import_osm(std::string_view bytes, const TravelProfile& profile) {
  if (!is_xml(bytes)) {
    if (const auto sound = check_pbf_blocks(bytes); !sound) return sound.error();
  }
  OsmWays ways;
  Collector collector(profile, ways);
  if (const auto failure = read_all(bytes, &collector)) {
    return at(failure->place.empty() ? "byte " + std::to_string(broken_byte(bytes)) : failure->place, refuse("streets.extract_broken", {failure->what}));
  }
  if (ways.rules.empty()) return refuse("streets.no_street");
  ImportedStreets imported;
  imported.network = without_islands(cut_into_streets(ways), profile.least_island_junctions);
  imported.counts = ways.counts;
  if (imported.network.streets.empty()) return refuse("streets.no_street");
  return imported;
}

}  // namespace laoyou::streets
