// What a variant changes: each total before and after by places, how many rows it reaches, and how many get more or less.
#pragma once

#include "base/region_code.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"
#include "rules/what_if/what_if.h"

namespace laoyou::whatif {

/// A total in one place.
struct PlaceChange {
  RegionCode place;
  std::optional<rules::Rational> before, after;
  std::int64_t reach_before = 0, reach_after = 0;  ///< rows with an amount that is not zero
  std::int64_t gain = 0, lose = 0;                 ///< rows with more, with less
};

struct TotalChange {
  int rule = -1;         ///< position in the book before
  bool by_rows = false;  ///< one sum over one record: reach, gain and lose are counted
  PlaceChange whole;     ///< of the region asked for
  std::vector<PlaceChange> places;  ///< of the level asked for, by code; those without rows are not among them
};

/// Where and when it is asked.
struct ChangeQuestion {
  Period period;
  std::vector<int> rules;  ///< totals, by position in the book before
  RegionCode region;
  RegionLevel level = RegionLevel::county;  ///< below the region's own
  int threads = 1;
};

/// The totals that the variant's changes reach, by position in the book before.
std::vector<int> touched_totals(const rules::WhatIf& what_if);

/// Each total of the question.
std::vector<TotalChange> changes_of(const rules::WhatIf& what_if, const rules::Facts& facts, const ChangeQuestion& question);

}  // namespace laoyou::whatif
