// The records of every key of one rule, for records that come and go.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/linkage/keys.h"

namespace laoyou::linkage {

/// Grows only: a key whose last record went keeps its place.
class KeyTable {
 public:
  static constexpr Row k_none = UINT32_MAX;

  /// Adds a record that is not in the table; gives how many share the key now. Key 0 is none: 0.
  std::uint32_t add(Key key, Row row);
  /// Takes it out again; gives how many are left.
  std::uint32_t remove(Key key, Row row);
  [[nodiscard]] std::uint32_t count(Key key) const { return key == 0 ? 0 : slots_[slot_of(key)].count; }

  /// The records of a key, the newest first: first(), then next() until k_none.
  [[nodiscard]] Row first(Key key) const { return key == 0 ? k_none : slots_[slot_of(key)].head; }
  [[nodiscard]] Row next(Row row) const { return links_[row].next; }

 private:
  struct Slot {
    Key key = 0;
    Row head = k_none;
    std::uint32_t count = 0;
  };
  struct Link {
    Row next = k_none, previous = k_none;
  };
  [[nodiscard]] std::size_t slot_of(Key key) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);
  std::vector<Link> links_;  // by row
  std::size_t taken_ = 0;
};

}  // namespace laoyou::linkage
