#include "engines/dispatch/single/lower_bound.h"

#include <algorithm>
#include <limits>

namespace laoyou::dispatch::single {
namespace {

constexpr std::int64_t k_forbidden = 1'000'000'000'000;

/// Rows are left, columns reached: customers first, then one copy of the depot per vehicle.
std::int64_t leg(const Instance& instance, int from, int to) {
  const bool from_depot = from >= instance.customers(), to_depot = to >= instance.customers();
  if (from_depot && to_depot) return 0;  // a vehicle that stays
  const int a = from_depot ? 0 : from + 1, b = to_depot ? 0 : to + 1;
  if (a == b) return k_forbidden;
  const Stop& left = instance.stop(a);
  const Stop& reached = instance.stop(b);
  const bool in_time = left.opens + left.service + instance.travel(a, b) <= reached.closes;
  return in_time && left.demand + reached.demand <= instance.capacity() ? instance.travel(a, b) : k_forbidden;
}

/// Least cost of giving each row a column of its own: the Hungarian method by shortest augmenting paths. Index 0 is a helper row and column.
class Assignment {
 public:
  explicit Assignment(const Instance& instance)
      : instance_(instance), size_(instance.customers() + std::min(instance.vehicles(), instance.customers())) {  // no customer has two
    const auto count = static_cast<std::size_t>(size_) + 1;
    row_price_.assign(count, 0);
    column_price_.assign(count, 0);
    row_of_.assign(count, 0);
    way_.assign(count, 0);
  }

  std::int64_t solve() {
    for (int row = 1; row <= size_; ++row) add(row);
    std::int64_t cost = 0;
    for (int column = 1; column <= size_; ++column) cost += leg(instance_, row_of_[at(column)] - 1, column - 1);
    return cost;
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  void add(int row) {
    row_of_[0] = row;
    std::vector<std::int64_t> least(at(size_) + 1, std::numeric_limits<std::int64_t>::max() / 2);
    std::vector<char> done(at(size_) + 1, 0);
    int column = 0;
    while (row_of_[at(column)] != 0) column = grow(column, least, done);
    for (; column != 0; column = way_[at(column)]) row_of_[at(column)] = row_of_[at(way_[at(column)])];
  }

  /// One step of the shortest path: the next column to be reached.
  int grow(int column, std::vector<std::int64_t>& least, std::vector<char>& done) {
    done[at(column)] = 1;
    const int row = row_of_[at(column)];
    std::int64_t step = std::numeric_limits<std::int64_t>::max();
    int next = 0;
    for (int other = 1; other <= size_; ++other) {
      if (done[at(other)]) continue;
      const std::int64_t reduced = leg(instance_, row - 1, other - 1) - row_price_[at(row)] - column_price_[at(other)];
      if (reduced < least[at(other)]) least[at(other)] = reduced, way_[at(other)] = column;
      if (least[at(other)] < step) step = least[at(other)], next = other;
    }
    for (int other = 0; other <= size_; ++other) {
      if (done[at(other)])
        row_price_[at(row_of_[at(other)])] += step, column_price_[at(other)] -= step;
      else
        least[at(other)] -= step;
    }
    return next;
  }

  const Instance& instance_;
  int size_;
  std::vector<std::int64_t> row_price_, column_price_;
  std::vector<int> row_of_, way_;
};

}  // namespace

std::int64_t lower_bound(const Instance& instance) { return Assignment(instance).solve(); }

}  // namespace laoyou::dispatch::single
