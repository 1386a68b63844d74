// Keys under which records are sought: equal pieces of their values.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/linkage/records.h"

namespace laoyou::linkage {

/// A hash of the pieces; 0 where one of them is not known.
using Key = std::uint64_t;

/// The pieces of every distinct value, cut once. New values are cut when update() is called.
class Keys {
 public:
  explicit Keys(const Records& records);

  void update(std::size_t threads);
  [[nodiscard]] Key key(std::size_t rule, Row row) const;

 private:
  struct Pieces {
    KeyPart part;
    std::vector<std::uint64_t> hashes;  // by code; 0 none
  };

  const Records* records_;
  std::vector<Pieces> pieces_;                     // each different part once
  std::vector<std::vector<std::size_t>> by_rule_;  // places in pieces_
};

/// The piece of a text in normal form; empty where it has none.
std::string piece_of(FieldKind kind, std::string_view text, const KeyPart& part);

}  // namespace laoyou::linkage
