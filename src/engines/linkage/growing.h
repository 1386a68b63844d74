// Clusters of records that come, change and go, one at a time: always those of a full run over what is there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engines/linkage/clusters.h"
#include "engines/linkage/key_table.h"

namespace laoyou::linkage {

/// A cluster's number. It is given once, stays while the cluster lives, and is never given again.
using ClusterId = std::uint64_t;

/// What a change did to the clusters, so that it can be told and undone.
struct Change {
  std::optional<ClusterId> cluster;  ///< where the record is now; nothing after a removal
  struct Merge {
    ClusterId from = 0, into = 0;
    bool operator==(const Merge&) const = default;
  };
  struct Split {
    ClusterId from = 0, part = 0;  ///< records of `from` now stand in the new cluster `part`
    bool operator==(const Split&) const = default;
  };
  std::vector<Merge> merges;
  std::vector<Split> splits;
};

/// Weights stay as they were learned; learning anew is a full run. For any history of changes the clusters are those of link_with() over the
/// records that are there, crowded keys among them.
class Growing {
 public:
  /// Takes over records and what was learned of them, and clusters them.
  Growing(Records records, Model model);
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;

  /// Adds a record or writes it anew; `cells` as for Records::add().
  Change put(std::string_view id, std::span<const std::string_view> cells, bool is_right);
  /// Removes a record; nothing happens where there is none.
  Change remove(std::string_view id, bool is_right);

  [[nodiscard]] const Records& records() const { return records_; }
  [[nodiscard]] bool is_present(Row row) const { return present_[row] != 0; }
  [[nodiscard]] ClusterId cluster(Row row) const { return cluster_[row]; }
  /// The records of the same cluster.
  [[nodiscard]] std::vector<Row> members(Row row) const { return joining_.group(row); }

 private:
  struct Neighbour {
    Row row = 0;
    double weight = 0;
  };

  void expect(Row row);
  void attach(Row row);
  void detach(Row row);
  void weigh(Row a, Row b);
  void unlink(Row a, Row b);
  [[nodiscard]] bool share_a_key(Row a, Row b) const;
  void drop_unsupported(std::size_t rule, Key key);
  void pair_all(std::size_t rule, Key key);
  std::vector<Row> hanging_together(std::vector<Row> rows);
  Change cluster_anew();
  void name_groups(const std::vector<Row>& rows, Change& change);

  Records records_;
  Model model_;
  Comparer comparer_;
  Weights weights_;
  Keys keys_;
  Joining joining_;
  double certain_weight_;
  std::vector<KeyTable> tables_;               // by rule
  std::vector<std::vector<Key>> keys_of_row_;  // by rule, then row: as they stand in the tables
  std::vector<std::vector<Neighbour>> near_;   // by row: pairs that weigh enough to be joined
  std::vector<std::uint8_t> present_;
  std::vector<ClusterId> cluster_;
  std::vector<Row> touched_;                   // by the change at hand
  std::vector<std::uint32_t> seen_;            // by row: the search that met it last
  std::uint32_t search_ = 0;
  ClusterId next_cluster_ = 1;
};

}  // namespace laoyou::linkage
