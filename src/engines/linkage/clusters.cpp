#include "engines/linkage/clusters.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace laoyou::linkage {
namespace {

// Bits. Of two groups every pair has a say, and none outvotes many others: 10 bits are odds of 1,000 to 1.
constexpr double k_pair_says_at_most = 10;

/// A pair's say in millionths of a bit: whole numbers add up to the same in any order.
std::int64_t say_of(double weight) { return std::llround(1e6 * std::clamp(weight, -k_pair_says_at_most, k_pair_says_at_most)); }

}  // namespace

void sort_edges(const Records& records, std::vector<Edge>& edges) {
  const auto ends = [&](const Edge& edge) {
    const std::string_view a = records.order(edge.a), b = records.order(edge.b);
    return a < b ? std::pair(a, b) : std::pair(b, a);
  };
  std::sort(edges.begin(), edges.end(), [&](const Edge& one, const Edge& other) {
    return one.weight != other.weight ? one.weight > other.weight : ends(one) < ends(other);
  });
}

void Joining::begin(Row count) {
  head_.clear();
  next_.clear();
  sizes_.clear();
  held_apart_.clear();
  for (Row row = 0; row < count; ++row) expect(row);
}

void Joining::expect(Row row) {
  while (head_.size() <= row) {
    head_.push_back(static_cast<Row>(head_.size()));
    next_.push_back(static_cast<Row>(next_.size()));
    sizes_.push_back(1);
  }
}

void Joining::part(const std::vector<Row>& rows) {
  for (const Row row : rows) {
    head_[row] = next_[row] = row;
    sizes_[row] = 1;
  }
}

std::vector<Row> Joining::group(Row row) const {
  std::vector<Row> rows{row};
  for (Row other = next_[row]; other != row; other = next_[other]) rows.push_back(other);
  return rows;
}

bool Joining::may_join(const Edge& edge) {
  const Map& map = records_->map();
  const bool is_one_to_one = map.one_to_one && records_->has_two_files();
  std::int64_t sum = 0;
  Row a = edge.a;
  do {
    Row b = edge.b;
    do {
      const Pattern pattern = comparer_->compare(a, b);
      const int against = map.against.empty() ? -1 : evidence_against(map, pattern);
      if (against >= 0 || (is_one_to_one && records_->is_right(a) == records_->is_right(b))) {
        held_apart_.push_back({edge, a, b, against});
        return false;
      }
      sum += say_of(weights_->of_pair(pattern, a, b));
      b = next_[b];
    } while (b != edge.b);
    a = next_[a];
  } while (a != edge.a);
  return sum >= 0;
}

Joining::Outcome Joining::join(const Edge& edge) {
  Row keeper = head_[edge.a], other = head_[edge.b];
  if (keeper == other) return Outcome::same_already;
  if (!may_join(edge)) return Outcome::left_apart;
  if (records_->order(other) < records_->order(keeper)) std::swap(keeper, other);
  for (const Row row : group(other)) head_[row] = keeper;
  std::swap(next_[keeper], next_[other]);
  sizes_[keeper] += sizes_[other];
  return Outcome::joined;
}

}  // namespace laoyou::linkage
