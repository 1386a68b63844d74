#include "engines/streets/city_map_file.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "engines/streets/packed_numbers.h"

namespace laoyou::streets {
namespace {

constexpr std::string_view k_mark = "laoyou city map 1\n";
constexpr std::uint64_t k_largest_bytes = std::uint64_t{2} << 30;

void write_points(NumberWriter& writer, std::span<const Point> points) {
  writer.natural(points.size());
  for (const Point& point : points) writer.point(point);
}

void write_network(NumberWriter& writer, const StreetNetwork& network) {
  write_points(writer, network.junctions);
  writer.natural(network.streets.size());
  std::int32_t last = 0;
  for (std::size_t at = 0; at < network.streets.size(); ++at) {
    const Street& street = network.streets[at];
    writer.whole(street.from - last);
    writer.whole(street.to - street.from);
    writer.whole(street.length_mm);
    writer.whole(street.forward_ms);
    // Mostly the same both ways.
    writer.whole(street.backward_ms == street.forward_ms ? 0 : street.backward_ms + 2);
    write_points(writer, network.bends_of(at));
    last = street.from;
  }
}

std::vector<Point> read_points(NumberReader& reader) {
  std::vector<Point> points(reader.count());
  for (Point& point : points) point = reader.point();
  return points;
}

std::int32_t read_number(NumberReader& reader, std::int64_t beyond = 0) {
  const std::int64_t value = reader.whole() + beyond;
  if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max()) reader.fail();
  return reader.good() ? static_cast<std::int32_t>(value) : 0;
}

StreetNetwork read_network(NumberReader& reader) {
  StreetNetwork network;
  network.junctions = read_points(reader);
  const std::size_t streets = reader.count();
  network.streets.reserve(streets);
  const auto known = [&](std::int32_t junction) { return junction >= 0 && static_cast<std::size_t>(junction) < network.junctions.size(); };
  std::int32_t last = 0;
  for (std::size_t at = 0; at < streets && reader.good(); ++at) {
    Street street;
    street.from = read_number(reader, last);
    street.to = read_number(reader, street.from);
    street.length_mm = read_number(reader);
    street.forward_ms = read_number(reader);
    const std::int32_t backward = read_number(reader);
    street.backward_ms = backward == 0 ? street.forward_ms : backward - 2;
    if (!known(street.from) || !known(street.to) || street.length_mm < 0 || street.forward_ms < k_closed || street.backward_ms < k_closed) reader.fail();
    if (reader.good()) network.add(street, read_points(reader));
    last = street.from;
  }
  return network;
}

void write_drawn(NumberWriter& writer, const CityMap& map) {
  writer.natural(map.classes.size());
  for (const std::string& name : map.classes) writer.text(name);
  writer.natural(map.lines.size());
  for (const DrawnLine& line : map.lines) {
    writer.natural(line.street_class);
    write_points(writer, line.points);
  }
  writer.natural(map.areas.size());
  for (const DrawnArea& area : map.areas) {
    writer.natural(static_cast<std::uint64_t>(area.kind));
    write_points(writer, area.ring);
  }
}

void read_drawn(NumberReader& reader, CityMap& map) {
  for (std::size_t left = reader.count(); left > 0 && reader.good(); --left) map.classes.push_back(reader.text());
  for (std::size_t left = reader.count(); left > 0 && reader.good(); --left) {
    const std::uint64_t street_class = reader.natural();
    if (street_class >= map.classes.size()) return reader.fail();
    map.lines.push_back({static_cast<std::uint16_t>(street_class), read_points(reader)});
  }
  for (std::size_t left = reader.count(); left > 0 && reader.good(); --left) {
    const std::uint64_t kind = reader.natural();
    if (kind > static_cast<std::uint64_t>(AreaKind::building)) return reader.fail();
    map.areas.push_back({static_cast<AreaKind>(kind), read_points(reader)});
  }
}

constexpr double k_people_places = 1000;

void write_addresses(NumberWriter& writer, const std::vector<Address>& addresses) {
  writer.natural(addresses.size());
  std::int64_t last = 0;
  for (const Address& address : addresses) {
    writer.whole(address.region - last);
    writer.text(address.name);
    writer.point(address.point);
    writer.natural(static_cast<std::uint64_t>(std::llround(address.people * k_people_places)));
    last = address.region;
  }
}

void read_addresses(NumberReader& reader, CityMap& map) {
  std::int64_t last = 0;
  for (std::size_t left = reader.count(); left > 0 && reader.good(); --left) {
    constexpr std::int64_t k_codes = 1'000'000'000'000;
    Address address;
    address.region = last + std::clamp<std::int64_t>(reader.whole(), -k_codes, k_codes);
    if (address.region < 0 || address.region >= k_codes) return reader.fail();
    address.name = reader.text();
    address.point = reader.point();
    address.people = static_cast<double>(reader.natural()) / k_people_places;
    last = address.region;
    map.addresses.push_back(std::move(address));
  }
}

}  // namespace

std::string pack_city(const CityMap& map) {
  NumberWriter writer;
  write_network(writer, map.walk);
  write_network(writer, map.car);
  write_drawn(writer, map);
  write_addresses(writer, map.addresses);
  writer.natural(static_cast<std::uint64_t>(map.counts.nodes));
  writer.natural(static_cast<std::uint64_t>(map.counts.ways));
  NumberWriter size;
  size.natural(writer.bytes().size());
  std::string packed = std::string(k_mark) + size.bytes();
  const std::size_t head = packed.size();
  uLongf length = compressBound(writer.bytes().size());
  packed.resize(head + length);
  constexpr int k_effort = 6;
  CHECK(compress2(reinterpret_cast<Bytef*>(packed.data() + head), &length, reinterpret_cast<const Bytef*>(writer.bytes().data()), writer.bytes().size(), k_effort) == Z_OK);
  packed.resize(head + length);
  return packed;
}

Result<CityMap> unpack_city(std::string_view bytes) {
  const Refusal damaged = refuse("streets.map_damaged");
  if (!bytes.starts_with(k_mark)) return damaged;
  bytes.remove_prefix(k_mark.size());
  NumberReader head(bytes);
  const std::uint64_t size = head.natural();
  // zlib packs a thousand to one at best.
  if (!head.good() || size > k_largest_bytes || size > bytes.size() * 1100) return damaged;
  NumberWriter head_again;
  head_again.natural(size);
  bytes.remove_prefix(head_again.bytes().size());
  std::string plain(size, '\0');
  uLongf length = size;
  if (uncompress(reinterpret_cast<Bytef*>(plain.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) != Z_OK || length != size) return damaged;
  NumberReader reader(plain);
  CityMap map;
  map.walk = read_network(reader);
  map.car = read_network(reader);
  read_drawn(reader, map);
  read_addresses(reader, map);
  map.counts.nodes = static_cast<std::int64_t>(reader.natural());
  map.counts.ways = static_cast<std::int64_t>(reader.natural());
  if (!reader.good() || !reader.at_end()) return damaged;
  return map;
}

}  // namespace laoyou::streets
