// Who is one person: clusters of records, grown from the surest pairs down.
#pragma once

#include <utility>
#include <vector>

#include "engines/linkage/model.h"

namespace laoyou::linkage {

/// A pair and its weight in bits (model.h).
struct Edge {
  Row a = 0, b = 0;  ///< a < b
  double weight = 0;
};

/// Two groups that a pair would have made one, had nothing spoken against it.
struct HeldApart {
  Edge edge;
  Row first = 0, second = 0;  ///< the two records that cannot be one person
  int against = -1;           ///< place in the map's list; -1: a file would hold a person twice (one_to_one)
};

/// The surest first; pairs of one weight by their records' ids, so that the order of rows means nothing.
void sort_edges(const Records& records, std::vector<Edge>& edges);

/// Joins groups of records pair by pair. Two groups become one when all pairs between them together speak for it, so that one likely pair
/// does not chain strangers together; and never when hard evidence would then stand within a group, however much the pairs weigh. The answer
/// depends on nothing but the pairs that hang together.
class Joining {
 public:
  Joining(const Records& records, const Comparer& comparer, const Weights& weights) : records_(&records), comparer_(&comparer), weights_(&weights) {}

  /// Puts records 0 … count - 1 each by itself.
  void begin(Row count);
  /// Grows by a record by itself, if it is new.
  void expect(Row row);
  /// Puts these records each by itself again.
  void part(const std::vector<Row>& rows);
  enum class Outcome { joined, same_already, left_apart };
  Outcome join(const Edge& edge);

  /// The first record (by order of ids) of the group stands for it.
  [[nodiscard]] Row head(Row row) const { return head_[row]; }
  /// All records of the group, from any of them.
  [[nodiscard]] std::vector<Row> group(Row row) const;
  [[nodiscard]] std::size_t group_size(Row row) const { return sizes_[head_[row]]; }
  [[nodiscard]] const std::vector<HeldApart>& held_apart() const { return held_apart_; }
  std::vector<HeldApart> take_held_apart() { return std::exchange(held_apart_, {}); }

 private:
  bool may_join(const Edge& edge);

  const Records* records_;
  const Comparer* comparer_;
  const Weights* weights_;
  std::vector<Row> head_, next_;  // next: the group's records in a ring
  std::vector<Row> sizes_;        // by head
  std::vector<HeldApart> held_apart_;
};

}  // namespace laoyou::linkage
