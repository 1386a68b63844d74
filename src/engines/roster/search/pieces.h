// Which piece of a roster is made anew next.
#pragma once

#include <array>

#include "base/random.h"
#include "engines/roster/search/part.h"

namespace laoyou::roster {

/// Pieces around what is not well yet: a few carers over all days, all carers over a few days, or some carers over more days. They grow while
/// they are made quickly and shrink while that takes long, measured in work, not in time.
class Pieces {
 public:
  Pieces(const Ground& ground, std::vector<int> carers);

  static constexpr std::size_t k_shapes = 3;

  /// The piece of a task; equal numbers and plan give equal pieces.
  Piece pick(const Plan& plan, std::size_t shape, SeededRandom& random) const;
  /// What came of a piece.
  void learn(std::size_t shape, std::int64_t work, bool better);

 private:
  int focus(const std::vector<int>& given, SeededRandom& random) const;
  std::vector<int> some_carers(const Plan& plan, int slot, int count, SeededRandom& random) const;
  Piece open(const Plan& plan, std::vector<int> carers, int first, int days) const;

  const Ground& ground_;
  std::vector<int> carers_;
  std::array<double, k_shapes> size_{};
  double work_wanted_;
};

}  // namespace laoyou::roster
