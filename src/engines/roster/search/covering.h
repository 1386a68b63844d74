// What having so many carers on a day in a kind costs.
#pragma once

#include <vector>

#include "engines/roster/rows.h"

namespace laoyou::roster {

class Covering {
 public:
  /// `problem` outlives it.
  explicit Covering(const Problem& problem);

  std::size_t slots() const { return cover_of_.size(); }
  std::size_t slot(int day, int kind) const { return static_cast<std::size_t>(day) * kinds_ + static_cast<std::size_t>(kind); }
  /// The cover of a day and kind; null where nobody asked.
  const Cover* at(std::size_t slot) const { return cover_of_[slot] == k_none ? nullptr : &problem_.covers[static_cast<std::size_t>(cover_of_[slot])]; }
  std::int64_t price(std::size_t slot, int given) const;
  /// What one carer more on a slot adds, or saves, where `given` are there already.
  std::int64_t price_of_one_more(std::size_t slot, int given) const { return price(slot, given + 1) - price(slot, given); }

  /// Carers by slot.
  std::vector<int> given(const Plan& plan) const;
  std::int64_t price(const std::vector<int>& given) const;

 private:
  const Problem& problem_;
  std::size_t kinds_;
  std::vector<int> cover_of_;
};

/// What a carer's requests cost, by day and kind, k_off first.
std::vector<double> own_prices(const Problem& problem, const Rows& rows, int carer);

/// Bits of the kinds left for each day.
std::vector<std::uint64_t> all_choices(const Problem& problem, const Rows& rows, int carer);

}  // namespace laoyou::roster
