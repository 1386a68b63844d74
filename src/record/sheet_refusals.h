// What is wrong with a sheet, as much of it as a person can use: a sheet with a slip in every cell must not become an answer many times its size.
#pragma once

#include <string>

#include "base/result.h"

namespace laoyou::record {

constexpr std::size_t k_refusals_shown_max = 500;

/// Gathers refusals; beyond the limit it counts them only.
class ShownRefusals {
 public:
  /// Takes all out of `refusals`.
  void take(Refusals& refusals);
  bool empty() const { return shown_.empty(); }
  /// Those shown; where there were more, the last is "sheet.more_refusals" with their number, at the place of the first of them.
  Refusals all() &&;

 private:
  Refusals shown_;
  std::string more_place_;
  std::size_t more_ = 0;
};

/// The same for refusals that are gathered already.
Refusals shown_refusals(Refusals refusals);

}  // namespace laoyou::record
