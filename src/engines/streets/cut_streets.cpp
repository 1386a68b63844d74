#include <algorithm>
#include <cmath>
#include <numeric>

#include "engines/streets/osm_ways.h"

namespace laoyou::streets {
namespace {

constexpr double k_degree = 1e-7;
constexpr std::int32_t k_nowhere = -1;

/// Numbers the nodes the ways refer to, finds where they are and which are junctions.
class NodeTable {
 public:
  explicit NodeTable(OsmWays& ways) {
    number_refs(ways);
    locate(ways);
    find_junctions(ways);
  }

  [[nodiscard]] std::int32_t number(std::size_t ref) const { return number_of_ref_[ref]; }
  [[nodiscard]] bool located(std::int32_t node) const { return located_[static_cast<std::size_t>(node)] != 0; }
  [[nodiscard]] bool is_junction(std::int32_t node) const { return uses_[static_cast<std::size_t>(node)] > 1; }
  [[nodiscard]] Point point(std::int32_t node) const { return point_[static_cast<std::size_t>(node)]; }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  void number_refs(const OsmWays& ways) {
    ids_ = ways.refs;
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    number_of_ref_.reserve(ways.refs.size());
    for (const std::int64_t id : ways.refs) {
      number_of_ref_.push_back(static_cast<std::int32_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin()));
    }
  }

  void locate(OsmWays& ways) {
    std::vector<std::size_t> order;
    const bool sorted = std::is_sorted(ways.node_ids.begin(), ways.node_ids.end());
    if (!sorted) {
      order.resize(ways.node_ids.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ways.node_ids[a] < ways.node_ids[b]; });
    }
    point_.resize(ids_.size());
    located_.assign(ids_.size(), 0);
    std::size_t at = 0;
    for (std::size_t node = 0; node < ids_.size(); ++node) {
      const auto from = [&](std::size_t k) { return sorted ? k : order[k]; };
      while (at < ways.node_ids.size() && ways.node_ids[from(at)] < ids_[node]) ++at;
      if (at == ways.node_ids.size() || ways.node_ids[from(at)] != ids_[node]) {
        ++ways.counts.nodes_missing;
        continue;
      }
      // Of several versions the newest counts, of equal ones the one that stands last.
      std::size_t newest = from(at);
      for (; at + 1 < ways.node_ids.size() && ways.node_ids[from(at + 1)] == ids_[node]; ++at) {
        if (ways.node_versions[from(at + 1)] >= ways.node_versions[newest]) newest = from(at + 1);
      }
      if (ways.node_x[newest] == k_no_place) {
        ++ways.counts.nodes_missing;
        continue;
      }
      located_[node] = 1;
      point_[node] = {ways.node_x[newest] * k_degree, ways.node_y[newest] * k_degree};
    }
  }

  void find_junctions(const OsmWays& ways) {
    uses_.assign(ids_.size(), 0);
    const auto use = [this](std::int32_t node, int times) {
      auto& uses = uses_[static_cast<std::size_t>(node)];
      uses = static_cast<std::uint8_t>(std::min(2, uses + times));
    };
    for (std::size_t way = 0; way < ways.rules.size(); ++way) {
      const auto begin = static_cast<std::size_t>(ways.first_ref[way]), end = static_cast<std::size_t>(ways.first_ref[way + 1]);
      for (std::size_t ref = begin; ref < end; ++ref) {
        // A way ends where it leaves the extract, too.
        const bool is_end = ref == begin || ref + 1 == end || !located(number(ref - 1)) || !located(number(ref + 1));
        use(number(ref), is_end ? 2 : 1);
      }
    }
  }

  std::vector<std::int64_t> ids_;
  std::vector<std::int32_t> number_of_ref_;
  std::vector<Point> point_;
  std::vector<std::uint8_t> located_, uses_;
};

class Cutter {
 public:
  explicit Cutter(OsmWays& ways) : ways_(ways), nodes_(ways), junction_of_(nodes_.size(), k_nowhere) {}

  StreetNetwork cut() {
    for (std::size_t way = 0; way < ways_.rules.size(); ++way) cut_way(way);
    return std::move(network_);
  }

 private:
  std::int32_t junction(std::int32_t node) {
    auto& number = junction_of_[static_cast<std::size_t>(node)];
    if (number == k_nowhere) {
      number = static_cast<std::int32_t>(network_.junctions.size());
      network_.junctions.push_back(nodes_.point(node));
    }
    return number;
  }

  void cut_way(std::size_t way) {
    std::int32_t from = k_nowhere;
    inner_.clear();
    double length_m = 0;
    Point last;
    for (auto ref = static_cast<std::size_t>(ways_.first_ref[way]); ref < static_cast<std::size_t>(ways_.first_ref[way + 1]); ++ref) {
      const std::int32_t node = nodes_.number(ref);
      if (!nodes_.located(node)) {
        from = k_nowhere;
        continue;
      }
      const Point here = nodes_.point(node);
      if (from != k_nowhere) length_m += distance_m(last, here);
      last = here;
      if (!nodes_.is_junction(node)) {
        if (from != k_nowhere) inner_.push_back(here);
        continue;
      }
      const std::int32_t to = junction(node);
      if (from != k_nowhere) add_street(from, to, length_m, ways_.rules[way]);
      from = to;
      inner_.clear();
      length_m = 0;
    }
  }

  void add_street(std::int32_t from, std::int32_t to, double length_m, const WayRule& rule) {
    constexpr double k_longest_mm = 2e9;
    const auto time_ms = static_cast<std::int32_t>(std::lround(std::min(length_m / rule.speed_m_s * 1000, 2e9)));
    Street street{from, to, static_cast<std::int32_t>(std::lround(std::min(length_m * 1000, k_longest_mm))), k_closed, k_closed};
    if (rule.forward) street.forward_ms = time_ms;
    if (rule.backward) street.backward_ms = time_ms;
    network_.add(street, inner_);
  }

  OsmWays& ways_;
  NodeTable nodes_;
  std::vector<std::int32_t> junction_of_;
  std::vector<Point> inner_;
  StreetNetwork network_;
};

}  // namespace

StreetNetwork cut_into_streets(OsmWays& ways) { return Cutter(ways).cut(); }

}  // namespace laoyou::streets
