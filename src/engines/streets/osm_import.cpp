#include "engines/streets/osm_import.h"

#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/visitor.hpp>
#include <optional>
#include <string>

#include "engines/streets/osm_ways.h"

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

const char* format_of(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<' ? "osm" : "pbf";
}

/// What libosmium says against the bytes, or nothing.
std::optional<std::string> read_all(std::string_view bytes, Collector* collector) {
  try {
    osmium::io::Reader reader(osmium::io::File(bytes.data(), bytes.size(), format_of(bytes)), osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
    while (const osmium::memory::Buffer buffer = reader.read()) {
      if (collector != nullptr) osmium::apply(buffer, *collector);
    }
    reader.close();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

std::uint32_t big_endian(std::string_view four) {
  std::uint32_t value = 0;
  for (const char c : four) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

/// The length of a PBF block (size, header, blob) at the start of `bytes`; nothing where the frame itself is broken.
std::optional<std::size_t> block_length(std::string_view bytes) {
  constexpr std::uint32_t k_most_header = 64 * 1024, k_most_blob = 32 * 1024 * 1024;
  if (bytes.size() < 4) return std::nullopt;
  const std::uint32_t header = big_endian(bytes.substr(0, 4));
  if (header > k_most_header || bytes.size() < 4 + header) return std::nullopt;
  try {
    protozero::pbf_reader fields(bytes.data() + 4, header);
    constexpr protozero::pbf_tag_type k_datasize = 3;
    while (fields.next()) {
      if (fields.tag() != k_datasize || fields.wire_type() != protozero::pbf_wire_type::varint) {
        fields.skip();
        continue;
      }
      const std::int32_t blob = fields.get_int32();
      if (blob <= 0 || static_cast<std::uint32_t>(blob) > k_most_blob || bytes.size() < 4 + header + static_cast<std::size_t>(blob)) return std::nullopt;
      return 4 + header + static_cast<std::size_t>(blob);
    }
  } catch (const protozero::exception&) {
  }
  return std::nullopt;
}

/// The first byte of the block libosmium cannot read: blocks are tried one by one, each after the header block.
std::size_t broken_byte(std::string_view bytes) {
  if (format_of(bytes) == std::string_view("osm")) return 0;
  const auto head = block_length(bytes);
  if (!head || read_all(bytes.substr(0, *head), nullptr)) return 0;
  for (std::size_t at = *head; at < bytes.size();) {
    const auto length = block_length(bytes.substr(at));
    if (!length) return at;
    const std::string alone = std::string(bytes.substr(0, *head)) + std::string(bytes.substr(at, *length));
    if (read_all(alone, nullptr)) return at;
    at += *length;
  }
  return bytes.size();
}

}  // namespace

Result<ImportedStreets> import_osm(std::string_view bytes, const TravelProfile& profile) {
  OsmWays ways;
  Collector collector(profile, ways);
  if (const auto failure = read_all(bytes, &collector)) {
    return at("byte " + std::to_string(broken_byte(bytes)), refuse("streets.extract_broken", {*failure}));
  }
  if (ways.rules.empty()) return refuse("streets.no_street");
  ImportedStreets imported;
  imported.network = without_islands(cut_into_streets(ways), profile.least_island_junctions);
  imported.counts = ways.counts;
  if (imported.network.streets.empty()) return refuse("streets.no_street");
  return imported;
}

}  // namespace laoyou::streets
