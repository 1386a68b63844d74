#include "planning/tiles/vector_tile.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

namespace laoyou::planning {
namespace {

constexpr double k_least = -k_buffer, k_most = k_extent + k_buffer;

void put_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}
void put_bytes(std::string& out, int field, std::string_view bytes) {
  put_number(out, static_cast<std::uint64_t>(field) << 3 | 2);
  put_number(out, bytes.size());
  out.append(bytes);
}
void put_field(std::string& out, int field, std::uint64_t value) {
  put_number(out, static_cast<std::uint64_t>(field) << 3);
  put_number(out, value);
}
std::uint64_t zigzag(std::int64_t value) { return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63); }

std::string value_bytes(const Attribute& value) {
  std::string out;
  if (const auto* text = std::get_if<std::string>(&value)) {
    put_bytes(out, 1, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    put_field(out, 6, zigzag(*whole));
  } else {
    put_number(out, 3 << 3 | 1);
    const auto bits = std::bit_cast<std::uint64_t>(std::get<double>(value));
    for (int byte = 0; byte < 8; ++byte) out.push_back(static_cast<char>(bits >> (8 * byte)));
  }
  return out;
}

struct Unit {
  std::int32_t x, y;
  bool operator==(const Unit&) const = default;
};

std::vector<Unit> whole_units(const std::vector<TileSpot>& spots) {
  std::vector<Unit> units;
  for (const TileSpot& spot : spots) {
    const Unit unit{static_cast<std::int32_t>(std::lround(spot.x)), static_cast<std::int32_t>(std::lround(spot.y))};
    if (units.empty() || unit != units.back()) units.push_back(unit);
  }
  return units;
}

/// Commands of the specification, 4.3.1.
enum Command : std::uint32_t { move_to = 1, line_to = 2, close_path = 7 };

class Geometry {
 public:
  void draw(const std::vector<Unit>& units, bool closed) {
    command(move_to, 1);
    to(units.front());
    command(line_to, static_cast<std::uint32_t>(units.size()) - 1);
    for (std::size_t at = 1; at < units.size(); ++at) to(units[at]);
    if (closed) command(close_path, 1);
  }
  void dot(Unit unit) {
    command(move_to, 1);
    to(unit);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void command(Command what, std::uint32_t times) { put_number(bytes_, times << 3 | what); }
  void to(Unit unit) {
    put_number(bytes_, zigzag(unit.x - at_.x));
    put_number(bytes_, zigzag(unit.y - at_.y));
    at_ = unit;
  }
  std::string bytes_;
  Unit at_{0, 0};
};

/// Where a piece enters and leaves the square, as shares of it; nothing where it passes by.
std::optional<std::pair<double, double>> within(TileSpot from, TileSpot to) {
  double enters = 0, leaves = 1;
  const auto side = [&](double step, double room) {
    if (step == 0) return room >= 0;
    const double share = room / step;
    if (step < 0) enters = std::max(enters, share);
    else leaves = std::min(leaves, share);
    return enters <= leaves;
  };
  const double x = to.x - from.x, y = to.y - from.y;
  if (side(-x, from.x - k_least) && side(x, k_most - from.x) && side(-y, from.y - k_least) && side(y, k_most - from.y)) return std::pair(enters, leaves);
  return std::nullopt;
}

TileSpot part(TileSpot from, TileSpot to, double share) { return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}; }

/// Twice the area; positive for an outer ring, as y points down.
std::int64_t area(const std::vector<Unit>& ring) {
  std::int64_t sum = 0;
  for (std::size_t at = 0; at < ring.size(); ++at) {
    const Unit &a = ring[at], &b = ring[(at + 1) % ring.size()];
    sum += std::int64_t{a.x} * b.y - std::int64_t{b.x} * a.y;
  }
  return sum;
}

}  // namespace

std::vector<std::vector<TileSpot>> cut_line(const std::vector<TileSpot>& line) {
  std::vector<std::vector<TileSpot>> parts;
  bool joined = false;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const auto inside = within(line[at - 1], line[at]);
    if (!inside) {
      joined = false;
      continue;
    }
    if (!joined || inside->first > 0) parts.push_back({part(line[at - 1], line[at], inside->first)});
    parts.back().push_back(part(line[at - 1], line[at], inside->second));
    joined = inside->second >= 1;
  }
  return parts;
}

std::vector<TileSpot> cut_ring(std::vector<TileSpot> ring) {
  const auto cut = [&ring](double TileSpot::*side, double bound, bool below) {
    std::vector<TileSpot> kept;
    const auto in = [&](const TileSpot& spot) { return below ? spot.*side <= bound : spot.*side >= bound; };
    for (std::size_t at = 0; at < ring.size(); ++at) {
      const TileSpot &here = ring[at], &next = ring[(at + 1) % ring.size()];
      if (in(here)) kept.push_back(here);
      if (in(here) != in(next)) kept.push_back(part(here, next, (bound - here.*side) / (next.*side - here.*side)));
    }
    ring = std::move(kept);
  };
  cut(&TileSpot::x, k_least, false);
  cut(&TileSpot::x, k_most, true);
  cut(&TileSpot::y, k_least, false);
  cut(&TileSpot::y, k_most, true);
  return ring;
}

void TileLayer::attribute(std::string_view key, const Attribute& value) {
  const auto [known_key, fresh_key] = keys_.try_emplace(std::string(key), static_cast<std::uint32_t>(key_list_.size()));
  if (fresh_key) key_list_.emplace_back(key);
  const auto [known, fresh] = values_.try_emplace(value, static_cast<std::uint32_t>(value_list_.size()));
  if (fresh) value_list_.push_back(value);
  put_number(tags_, known_key->second);
  put_number(tags_, known->second);
}

void TileLayer::feature(int kind, const std::string& geometry) {
  std::string feature;
  if (!tags_.empty()) put_bytes(feature, 2, tags_);
  put_field(feature, 3, static_cast<std::uint64_t>(kind));
  put_bytes(feature, 4, geometry);
  put_bytes(features_, 2, feature);
}

void TileLayer::point(TileSpot spot) {
  if (spot.x >= k_least && spot.x <= k_most && spot.y >= k_least && spot.y <= k_most) {
    Geometry geometry;
    geometry.dot({static_cast<std::int32_t>(std::lround(spot.x)), static_cast<std::int32_t>(std::lround(spot.y))});
    feature(1, geometry.bytes());
  }
  tags_.clear();
}

void TileLayer::line(const std::vector<TileSpot>& line) {
  Geometry geometry;
  for (const std::vector<TileSpot>& part : cut_line(line)) {
    const std::vector<Unit> units = whole_units(part);
    if (units.size() >= 2) geometry.draw(units, false);
  }
  if (!geometry.bytes().empty()) feature(2, geometry.bytes());
  tags_.clear();
}

void TileLayer::polygon(const std::vector<TileSpot>& ring) {
  std::vector<Unit> units = whole_units(cut_ring(ring));
  if (units.size() > 1 && units.front() == units.back()) units.pop_back();
  const std::int64_t twice = area(units);
  if (units.size() >= 3 && twice != 0) {
    if (twice < 0) std::reverse(units.begin(), units.end());
    Geometry geometry;
    geometry.draw(units, true);
    feature(3, geometry.bytes());
  }
  tags_.clear();
}

std::string TileLayer::bytes() const {
  if (features_.empty()) return {};
  std::string layer;
  put_bytes(layer, 1, name_);
  layer += features_;
  for (const std::string& key : key_list_) put_bytes(layer, 3, key);
  for (const Attribute& value : value_list_) put_bytes(layer, 4, value_bytes(value));
  put_field(layer, 5, k_extent);
  put_field(layer, 15, 2);
  std::string tile;
  put_bytes(tile, 3, layer);
  return tile;
}

}  // namespace laoyou::planning
