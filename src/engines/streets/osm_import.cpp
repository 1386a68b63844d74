#include "engines/streets/osm_import.h"

#include <algorithm>
#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/visitor.hpp>
#include <optional>
#include <string>
#include <unordered_map>

#include "engines/streets/osm_remarks.h"
#include "engines/streets/osm_texts.h"
#include "engines/streets/osm_ways.h"
#include "engines/streets/pbf_blocks.h"

namespace laoyou::streets {
namespace {

/// Keeps every node's place and every travelled way's nodes in one pass. An object that is not visible is not there; of several versions of one
/// the newest counts, whether it can be travelled or not.
class Collector : public osmium::handler::Handler {
 public:
  Collector(const TravelProfile& profile, const DeletedObjects& deleted, OsmWays& ways) : rules_(profile), deleted_(deleted), ways_(ways) {}

  void node(const osmium::Node& node) {
    ++ways_.counts.nodes;
    const bool is_there = node.visible() && node.location().valid() && !deleted_.nodes.contains(node.id());
    keep_node(node.id(), node.version(), is_there ? node.location().x() : k_no_place, is_there ? node.location().y() : k_no_place);
  }

  void way(const osmium::Way& way) {
    ++ways_.counts.ways;
    const bool is_there = way.visible() && !deleted_.ways.contains(way.id());
    WayRule rule;
    if (is_there && way.nodes().size() >= 2) rule = rules_.rule_of(way.tags());
    const auto [known, fresh] = newest_.try_emplace(way.id(), Newest{way.version(), k_not_travelled, way.tags().empty()});
    if (!fresh) {
      // The skeleton that a server sends beside a whole way has no tags: it says nothing new.
      const bool newer = way.version() > known->second.version || (way.version() == known->second.version && (known->second.bare || !way.tags().empty()));
      if (!newer) return;
      if (known->second.index != k_not_travelled) ways_.rules[known->second.index].speed_m_s = 0;
      known->second = {way.version(), k_not_travelled, way.tags().empty()};
    }
    if (rule.speed_m_s <= 0) return;
    ++ways_.counts.ways_travelled;
    known->second.index = ways_.rules.size();
    ways_.rules.push_back(rule);
    for (const osmium::NodeRef& ref : way.nodes()) {
      ways_.refs.push_back(ref.ref());
      // Some extracts say where a way's nodes are within the way, and leave the nodes out.
      if (ref.location().valid()) keep_node(ref.ref(), 0, ref.location().x(), ref.location().y());
    }
    ways_.first_ref.push_back(static_cast<std::int64_t>(ways_.refs.size()));
  }

  /// Takes out the ways of which a newer version was found.
  void finish() {
    if (std::none_of(ways_.rules.begin(), ways_.rules.end(), [](const WayRule& rule) { return rule.speed_m_s <= 0; })) return;
    OsmWays kept;
    for (std::size_t way = 0; way < ways_.rules.size(); ++way) {
      if (ways_.rules[way].speed_m_s <= 0) continue;
      kept.rules.push_back(ways_.rules[way]);
      kept.refs.insert(kept.refs.end(), ways_.refs.begin() + ways_.first_ref[way], ways_.refs.begin() + ways_.first_ref[way + 1]);
      kept.first_ref.push_back(static_cast<std::int64_t>(kept.refs.size()));
    }
    ways_.rules = std::move(kept.rules);
    ways_.refs = std::move(kept.refs);
    ways_.first_ref = std::move(kept.first_ref);
    ways_.counts.ways_travelled = static_cast<std::int64_t>(ways_.rules.size());
  }

 private:
  static constexpr std::size_t k_not_travelled = static_cast<std::size_t>(-1);
  struct Newest {
    std::uint32_t version = 0;
    std::size_t index = k_not_travelled;
    bool bare = false;  // without tags
  };

  void keep_node(std::int64_t id, std::uint32_t version, std::int32_t x, std::int32_t y) {
    ways_.node_ids.push_back(id);
    ways_.node_versions.push_back(version);
    ways_.node_x.push_back(x);
    ways_.node_y.push_back(y);
  }

  WayRules rules_;
  const DeletedObjects& deleted_;
  OsmWays& ways_;
  std::unordered_map<std::int64_t, Newest> newest_;
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
      check_texts(buffer);
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
    if (is_foreign_block(bytes, at_byte)) {
      at_byte += length;
      continue;
    }
    const std::string alone = std::string(bytes.substr(0, head)) + std::string(bytes.substr(at_byte, length));
    if (read_all(alone, nullptr)) return at_byte;
    at_byte += length;
  }
  return bytes.size();
}

}  // namespace

Result<ImportedStreets> import_osm(std::string_view bytes, const TravelProfile& profile) {
  std::string known_blocks;
  DeletedObjects deleted;
  if (is_xml(bytes)) {
    auto remarks = read_remarks(bytes);
    if (!remarks) return remarks.error();
    deleted = std::move(*remarks);
  } else {
    const auto foreign = has_foreign_blocks(bytes);
    if (!foreign) return foreign.error();
    if (*foreign) known_blocks = without_foreign_blocks(bytes);
  }
  OsmWays ways;
  Collector collector(profile, deleted, ways);
  if (const auto failure = read_all(known_blocks.empty() ? bytes : known_blocks, &collector)) {
    return at(failure->place.empty() ? "byte " + std::to_string(broken_byte(bytes)) : failure->place, refuse("streets.extract_broken", {failure->what}));
  }
  collector.finish();
  if (ways.rules.empty()) return refuse("streets.no_street");
  ImportedStreets imported;
  imported.network = without_islands(cut_into_streets(ways), profile.least_island_junctions);
  imported.counts = ways.counts;
  if (!imported.network.streets.empty()) return imported;
  const ImportCounts& counts = ways.counts;
  return counts.nodes_missing > 0 ? refuse("streets.nodes_missing", {std::to_string(counts.ways_travelled), std::to_string(counts.nodes_missing)}) : refuse("streets.no_street");
}

}  // namespace laoyou::streets
