// What an evaluation gives back: for each group and each aggregate the counts it rests on, and for each rule an exact number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "base/region_code.h"
#include "rules/value/type.h"

namespace laoyou::rules {

using Wide = __int128;

/// An exact number numerator/denominator in lowest terms, denominator > 0. In the plain unit of its type: money in fen, ratio 1 = 100%,
/// quantity in its unit.
struct Rational {
  Wide numerator = 0, denominator = 1;
  bool operator==(const Rational&) const = default;
};

/// The counts one aggregate rests on. Ratios of groups are never averaged: tallies are added, then divided (DHIS2's order).
/// Every function fills `selected` and `undecided`; besides, and nothing else (the rest stays 0):
///   count          —
///   sum, avg       valued, sum
///   min            valued, least        max   valued, greatest
///   share          valued: selected rows whose inner condition is decided; sum: those where it is TRUE
///   distinct       valued, sum: the number of different values (such tallies cannot be added)
struct Tally {
  std::int64_t selected = 0;   ///< rows whose condition is TRUE
  std::int64_t undecided = 0;  ///< rows whose condition is missing: left out, and said so
  std::int64_t valued = 0;     ///< selected rows that have a value
  Wide sum = 0;                ///< of their values
  Value least, greatest;
  bool operator==(const Tally&) const = default;
};

/// How rows are put into groups: not at all, by a level of their region, or by a coded field (boolean, code, or small integer).
struct Grouping {
  enum class By { nothing, region_level, field } by = By::nothing;
  RegionLevel level = RegionLevel::county;
  std::string field;
};

/// Group key: 0 for no grouping, the region's number cut to the level, or the field's value; missing values have their own group.
using GroupKey = Value;

/// The region number cut to a level: 450203001002 to county is 450203000000.
std::int64_t cut_region(std::int64_t region, RegionLevel level);

/// One rule in one group.
struct Outcome {
  std::optional<Rational> value;
  std::vector<Tally> tallies;  ///< one for each Total node of the rule and the totals it reads, in order of evaluation (see totals_of())
  bool operator==(const Outcome&) const = default;
};

/// Without grouping there is one group, 0, even over empty tables. Else the groups are the keys that occur in any table that an aggregate of the
/// question reads, whether or not one of its rows is selected.
struct Answer {
  std::vector<GroupKey> groups;                ///< ascending, the missing one last
  std::vector<std::vector<Outcome>> outcomes;  ///< [rule of the question][group]
};

/// What is asked: totals of a book over facts for a period.
struct Question {
  Period period;
  std::vector<int> rules;  ///< positions in Book::rules, all totals
  Grouping grouping;
  int threads = 1;
};

}  // namespace laoyou::rules
