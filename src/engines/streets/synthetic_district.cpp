#include "engines/streets/synthetic_district.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <numeric>

#include "base/check.h"
#include "base/random.h"

namespace laoyou::streets {
namespace {

constexpr double k_metres_per_degree = 6'371'008.8 * std::numbers::pi / 180;

/// A spot on the plane of the district, metres east and north of its south-west corner.
struct Spot {
  double x, y;
};

Spot between(Spot a, Spot b, double share) { return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}; }

class DistrictMaker {
 public:
  DistrictMaker(std::uint64_t seed, DistrictSize size) : random_(seed), look_(seed ^ k_look), size_(size) {
    CHECK(size.columns >= 3 && size.rows >= 3);
    lay_lines();
  }

  SyntheticDistrict make() {
    make_crossings();
    for (int column = 0; column <= size_.columns; ++column) {
      for (int row = 0; row < size_.rows; ++row) make_side({column, row}, {column, row + 1}, true);
    }
    for (int row = 0; row <= size_.rows; ++row) {
      for (int column = 0; column < size_.columns; ++column) make_side({column, row}, {column + 1, row}, false);
    }
    for (int column = 0; column < size_.columns; ++column) {
      for (int row = 0; row < size_.rows; ++row) fill_block({column, row});
    }
    make_places();
    make_areas();
    return std::move(district_);
  }

 private:
  struct Corner {
    int column, row;
    auto operator<=>(const Corner&) const = default;
  };

  double uniform(double least, double most) { return least + random_.unit() * (most - least); }
  bool one_in(std::uint64_t times) { return random_.below(times) == 0; }

  /// Where the arterial streets run, which row of blocks the river takes and over which columns it is bridged.
  void lay_lines() {
    columns_ = {0};
    rows_ = {0};
    for (int column = 0; column < size_.columns; ++column) columns_.push_back(columns_.back() + uniform(450, 750));
    for (int row = 0; row < size_.rows; ++row) rows_.push_back(rows_.back() + uniform(450, 750));
    river_row_ = 1 + static_cast<int>(random_.below(static_cast<std::uint64_t>(size_.rows - 2)));
    bridged_.assign(columns_.size(), false);
    // The ring road on both sides and one street in the middle; in a wide district a fourth.
    bridged_.front() = bridged_.back() = true;
    bridged_[static_cast<std::size_t>(size_.columns / 2)] = true;
    if (size_.columns >= 8) bridged_[static_cast<std::size_t>(size_.columns / 4)] = true;
    wave_ = uniform(20, 60);
    phase_ = uniform(0, 6);
  }

  /// Arterial streets bend a little with the land.
  [[nodiscard]] Spot bent(Spot spot) const {
    const double angle = spot.x / 1700 + phase_, other = spot.y / 1900 + 2 * phase_;
    return {spot.x + wave_ * std::sin(other), spot.y + wave_ * std::sin(angle)};
  }

  [[nodiscard]] Point point(Spot spot) const {
    const Spot moved = bent(spot);
    const double north = (moved.y - rows_.back() / 2) / k_metres_per_degree;
    const double east = (moved.x - columns_.back() / 2) / (k_metres_per_degree * std::cos(size_.middle.latitude * std::numbers::pi / 180));
    return {size_.middle.longitude + east, size_.middle.latitude + north};
  }

  std::int32_t add_node(Spot spot) {
    district_.nodes.push_back(point(spot));
    spots_.push_back(spot);
    return static_cast<std::int32_t>(district_.nodes.size()) - 1;
  }

  void add_way(std::int32_t from, std::int32_t to, const char* highway, bool oneway = false) { district_.ways.push_back({from, to, highway, oneway}); }

  [[nodiscard]] Spot corner_spot(Corner corner) const { return {columns_[static_cast<std::size_t>(corner.column)], rows_[static_cast<std::size_t>(corner.row)]}; }
  [[nodiscard]] Spot spot_of(std::int32_t node) const { return spots_[static_cast<std::size_t>(node)]; }

  void make_crossings() {
    for (int column = 0; column <= size_.columns; ++column) {
      for (int row = 0; row <= size_.rows; ++row) crossing_[{column, row}] = add_node(corner_spot({column, row}));
    }
  }

  [[nodiscard]] bool on_outer_ring(Corner a, Corner b) const {
    return (a.column == b.column && (a.column == 0 || a.column == size_.columns)) || (a.row == b.row && (a.row == 0 || a.row == size_.rows));
  }

  [[nodiscard]] bool on_inner_ring(Corner a, Corner b) const {
    const int west = size_.columns / 4, east = size_.columns - size_.columns / 4, south = size_.rows / 4, north = size_.rows - size_.rows / 4;
    const auto inside = [](int value, int least, int most) { return value >= least && value <= most; };
    if (a.column == b.column) return (a.column == west || a.column == east) && inside(a.row, south, north) && inside(b.row, south, north);
    return (a.row == south || a.row == north) && inside(a.column, west, east) && inside(b.column, west, east);
  }

  /// One side of a block: an arterial street between two crossings, with the gates of the blocks beside it.
  void make_side(Corner from, Corner to, bool northward) {
    const bool over_river = northward && from.row == river_row_;
    if (over_river && !bridged_[static_cast<std::size_t>(from.column)]) return;
    const bool outer = on_outer_ring(from, to), inner = on_inner_ring(from, to);
    const char* const highway = outer ? "trunk" : (inner ? "primary" : (one_in(3) ? "tertiary" : "secondary"));
    // In the old town some streets are one-way, by turns in either direction.
    const bool oneway = !outer && !inner && !over_river && in_old_town(from) && northward && from.column % 2 == 1;
    std::vector<std::int32_t> nodes{crossing_[from]};
    if (!over_river) {
      for (const double share : {0.3, 0.7}) {
        if (one_in(4)) continue;
        const std::int32_t gate = add_node(between(corner_spot(from), corner_spot(to), share + uniform(-0.1, 0.1)));
        gates_[{from, northward}].push_back(gate);
        nodes.push_back(gate);
      }
    }
    nodes.push_back(crossing_[to]);
    for (std::size_t at = 1; at < nodes.size(); ++at) {
      if (over_river) district_.bridges.push_back(district_.ways.size());
      if (over_river && outer) district_.bridges.push_back(district_.ways.size() + 1);  // its pavement
      add_way(nodes[at - 1], nodes[at], highway, oneway);
      if (outer) add_way(nodes[at - 1], nodes[at], "footway");  // the pavement beside the fast road
    }
    }

  [[nodiscard]] bool in_old_town(Corner corner) const {
    return std::abs(corner.column - size_.columns / 2) <= 1 && corner.row > river_row_ && corner.row <= river_row_ + 2;
  }

  [[nodiscard]] std::string region_of(Corner block) const {
    const int street = 1 + (block.row / 3) * ((size_.columns + 2) / 3) + block.column / 3;
    const int community = 1 + (block.row % 3) * 3 + block.column % 3;
    char code[24];
    std::snprintf(code, sizeof code, "999901%03d%03d", street % 1000, community % 1000);
    return std::string(code, 12);
  }

  void fill_block(Corner block) {
    if (block.row == river_row_) {
      lay_riverbank(block);
      return;
    }
    std::vector<std::int32_t> gates;
    const std::pair<Corner, bool> sides[] = {{block, false}, {block, true}, {{block.column, block.row + 1}, false}, {{block.column + 1, block.row}, true}};
    for (const auto& side : sides) {
      const auto found = gates_.find(side);
      if (found != gates_.end()) gates.insert(gates.end(), found->second.begin(), found->second.end());
    }
    // A block whose walls have no gate is entered at its corner.
    if (gates.empty()) gates.push_back(crossing_[block]);
    if (in_old_town(block)) {
      fill_old_block(block, gates);
    } else {
      fill_new_block(block, gates);
    }
  }

  /// A promenade along the river, reached from the street on its south bank.
  void lay_riverbank(Corner block) {
    const Spot corner = corner_spot(block), next = corner_spot({block.column + 1, block.row});
    const std::int32_t west = add_node({corner.x + 60, corner.y + 90}), east = add_node({next.x - 60, next.y + 90});
    add_way(crossing_[block], west, "footway");
    add_way(west, east, "path");
    add_way(east, crossing_[{block.column + 1, block.row}], "steps");
  }

  /// Rows of tall houses round a loop; most gates let cars in, some only people on foot.
  void fill_new_block(Corner block, const std::vector<std::int32_t>& gates) {
    const Spot low = corner_spot(block), high = corner_spot({block.column + 1, block.row + 1});
    constexpr int k_loop = 8;
    std::vector<std::int32_t> loop;
    for (int step = 0; step < k_loop; ++step) {
      const double angle = step * 2 * std::numbers::pi / k_loop;
      loop.push_back(add_node({(low.x + high.x) / 2 + 0.3 * (high.x - low.x) * std::cos(angle), (low.y + high.y) / 2 + 0.3 * (high.y - low.y) * std::sin(angle)}));
    }
    for (std::size_t step = 0; step < loop.size(); ++step) add_way(loop[step], loop[(step + 1) % loop.size()], "residential");
    for (std::size_t gate = 0; gate < gates.size(); ++gate) add_way(gates[gate], nearest_of(loop, gates[gate]), gate > 0 && one_in(3) ? "footway" : "service");
    for (const std::int32_t node : loop) {
      if (one_in(3)) {
        const std::int32_t court = add_node(between(spot_of(node), {(low.x + high.x) / 2, (low.y + high.y) / 2}, uniform(0.3, 0.6)));
        add_way(node, court, one_in(5) ? "steps" : "footway");
      }
      add_estate(block, {spot_of(node).x + uniform(-35, 35), spot_of(node).y + uniform(-35, 35)}, 300, 1'100, 0.14);
    }
  }

  /// Alleys every hundred metres or so, low houses, older people.
  void fill_old_block(Corner block, const std::vector<std::int32_t>& gates) {
    const Spot low = corner_spot(block), high = corner_spot({block.column + 1, block.row + 1});
    constexpr int k_alleys = 5;
    std::vector<std::vector<std::int32_t>> grid(k_alleys);
    std::vector<std::int32_t> all;
    for (int x = 0; x < k_alleys; ++x) {
      for (int y = 0; y < k_alleys; ++y) {
        const double right = (x + 0.7) / (k_alleys + 0.4), up = (y + 0.7) / (k_alleys + 0.4);
        const std::int32_t node = add_node({low.x + right * (high.x - low.x) + uniform(-12, 12), low.y + up * (high.y - low.y) + uniform(-12, 12)});
        grid[static_cast<std::size_t>(x)].push_back(node);
        all.push_back(node);
        add_estate(block, {spot_of(node).x + uniform(-25, 25), spot_of(node).y + uniform(-25, 25)}, 60, 260, 0.24);
      }
    }
    for (std::size_t x = 0; x < k_alleys; ++x) {
      for (std::size_t y = 0; y < k_alleys; ++y) {
        // Eastward alleys are whole, some of the northward ones are closed by a house.
        if (x + 1 < k_alleys) add_way(grid[x][y], grid[x + 1][y], y % 2 == 0 ? "living_street" : "footway");
        if (y + 1 < k_alleys && (x == 0 || !one_in(4))) add_way(grid[x][y], grid[x][y + 1], "footway");
      }
    }
    for (const std::int32_t gate : gates) add_way(gate, nearest_of(all, gate), "living_street");
  }

  [[nodiscard]] std::int32_t nearest_of(const std::vector<std::int32_t>& nodes, std::int32_t to) const {
    const Spot there = spot_of(to);
    return *std::min_element(nodes.begin(), nodes.end(), [&](std::int32_t a, std::int32_t b) {
      return std::hypot(spot_of(a).x - there.x, spot_of(a).y - there.y) < std::hypot(spot_of(b).x - there.x, spot_of(b).y - there.y);
    });
  }

  void add_estate(Corner block, Spot spot, double least, double most, double old_share) {
    SyntheticDistrict::Estate estate;
    estate.point = point(spot);
    estate_spots_.push_back(spot);
    estate.region = region_of(block);
    estate.people = static_cast<std::int32_t>(uniform(least, most));
    estate.over_65 = static_cast<std::int32_t>(estate.people * uniform(0.7, 1.3) * old_share);
    estate.over_80 = static_cast<std::int32_t>(estate.over_65 * uniform(0.12, 0.22));
    estate.under_3 = static_cast<std::int32_t>(estate.people * uniform(0.01, 0.03));
    district_.estates.push_back(std::move(estate));
  }

  void make_places() {
    const auto blocks = static_cast<int>(district_.estates.size());
    for (const char* const kind : {"elderly", "nursery"}) {
      const bool elderly = kind == std::string("elderly");
      for (int number = 1; number <= std::max(2, blocks / 60); ++number) {
        district_.places.push_back({somewhere(), std::string(elderly ? "养老服务站" : "托育中心") + std::to_string(number), kind,
                                    static_cast<std::int32_t>(20 + random_.below(elderly ? 100 : 60)), 0});
      }
      for (int number = 1; number <= std::max(4, blocks / 20); ++number) {
        constexpr std::int64_t k_ten_thousand_yuan_fen = 1'000'000;
        district_.candidates.push_back({somewhere(), std::string("闲置房") + (elderly ? "甲" : "乙") + std::to_string(number), kind,
                                        static_cast<std::int32_t>(20 + random_.below(elderly ? 100 : 60)),
                                        static_cast<std::int64_t>(30 + random_.below(220)) * k_ten_thousand_yuan_fen});
      }
    }
  }

  Point somewhere() { return district_.estates[random_.below(district_.estates.size())].point; }

  void add_area(const char* kind, const std::vector<Spot>& ring) {
    district_.areas.push_back({kind, {}});
    for (const Spot& corner : ring) district_.areas.back().ring.push_back(point(corner));
  }

  /// What is drawn and nothing depends on: the river, a park in some blocks, a house or two for each estate.
  void make_areas() {
    const double south = rows_[static_cast<std::size_t>(river_row_)], height = rows_[static_cast<std::size_t>(river_row_) + 1] - south;
    constexpr int k_bends = 40;
    std::vector<Spot> river;
    for (int bend = 0; bend <= k_bends; ++bend) river.push_back({columns_.back() * bend / k_bends, south + 0.4 * height});
    for (int bend = k_bends; bend >= 0; --bend) river.push_back({columns_.back() * bend / k_bends, south + 0.8 * height});
    add_area("water", river);
    for (std::size_t column = 0; column + 1 < columns_.size(); ++column) {
      for (std::size_t row = 0; row + 1 < rows_.size(); ++row) {
        if (static_cast<int>(row) != river_row_ && look_.below(4) == 0) add_park((columns_[column] + columns_[column + 1]) / 2, (rows_[row] + rows_[row + 1]) / 2);
      }
    }
    for (const Spot& estate : estate_spots_) add_houses(estate);
  }

  void add_park(double x, double y) {
    constexpr int k_corners = 10;
    std::vector<Spot> park;
    for (int corner = 0; corner < k_corners; ++corner) {
      const double angle = corner * 2 * std::numbers::pi / k_corners, radius = 45 + 25 * look_.unit();
      park.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
    }
    add_area("green", park);
  }

  void add_houses(Spot estate) {
    for (std::uint64_t house = 0; house <= look_.below(2); ++house) {
      const double x = estate.x - 25 + 30 * look_.unit(), y = estate.y - 18 + 26 * static_cast<double>(house), length = 25 + 20 * look_.unit(), depth = 11 + 4 * look_.unit();
      add_area("building", {{x, y}, {x + length, y}, {x + length, y + depth}, {x, y + depth}});
    }
  }

  static constexpr std::uint64_t k_look = 0x6c6f6f6b;  // its own chance: what is drawn changes nothing else
  SeededRandom random_, look_;
  DistrictSize size_;
  std::vector<double> columns_, rows_;
  int river_row_ = 0;
  std::vector<bool> bridged_;
  double wave_ = 0, phase_ = 0;
  std::map<Corner, std::int32_t> crossing_;
  std::map<std::pair<Corner, bool>, std::vector<std::int32_t>> gates_;
  std::vector<Spot> spots_, estate_spots_;
  SyntheticDistrict district_;
};

}  // namespace

void give_communities(SyntheticDistrict& district, const std::vector<std::string>& communities) {
  CHECK(!communities.empty());
  std::vector<std::size_t> order(district.estates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return district.estates[a].region < district.estates[b].region; });
  for (std::size_t at = 0; at < order.size(); ++at) district.estates[order[at]].region = communities[at * communities.size() / order.size()];
}

SyntheticDistrict make_district(std::uint64_t seed, DistrictSize size) { return DistrictMaker(seed, size).make(); }

}  // namespace laoyou::streets
