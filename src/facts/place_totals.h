// What rules compute from the registers for places: the numbers beside the reported ones, and the records they count.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "base/decimal.h"
#include "record/enum_leaf.h"
#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::facts {

/// Why there is no computed value.
enum class NotComputed {
  no_rule,  ///< the plan states no rule for it
  no_rows,  ///< a register that the rule reads has no record in this place
  no_value  ///< the records there leave it undecided: nothing to divide by, or facts are missing
};
LAOYOU_ENUM(NotComputed, "not_computed", no_rule, no_rows, no_value)

/// One total for one place and period.
struct PlaceTotal {
  std::optional<Decimal> value;        ///< in the rule's unit (%, 万元), at most six places, half away from zero
  std::optional<NotComputed> why_not;  ///< set when there is no value
  std::string record;                  ///< of what its first aggregate counts
  std::int64_t counted = 0;            ///< records that this aggregate selected
  std::int64_t undecided = 0;          ///< records of any of its aggregates that could not be decided for lack of facts
  bool synthetic = false;              ///< some of the records there are made up
};

/// For each place the totals of some rules, in their order.
using PlaceTotals = std::map<RegionCode, std::vector<PlaceTotal>>;

/// The totals of `rules` (positions in the book, all of them totals) for places of one level. One evaluation for all.
PlaceTotals place_totals(const rules::Facts& facts, const rules::Book& book, const Period& period, const std::vector<int>& rules, const std::vector<RegionCode>& places);

/// The same over facts that whoever asks need not know: those of a past day, or the registers as they are now, whose totals are kept.
using TotalsOf = std::function<PlaceTotals(const std::shared_ptr<const rules::Book>& book, const Period& period, const std::vector<int>& rules, const std::vector<RegionCode>& places)>;
TotalsOf totals_over(const rules::Facts& facts);

/// The records behind one aggregate of a total.
struct CountedRecords {
  std::string record;
  std::int64_t selected = 0;      ///< those that the aggregate's condition selects
  std::int64_t counted = 0;       ///< of a share those of them for which it is true; else the same
  std::int64_t undecided = 0;
  std::vector<std::int64_t> ids;  ///< of the counted ones, the first so many
};

/// For each aggregate that the total rests on, in the order in which it is written; at most `most` ids each.
std::vector<CountedRecords> counted_records(const rules::Facts& facts, const rules::Book& book, const Period& period, int rule, RegionCode place, std::size_t most);

/// The number in the unit a rule is shown in; nothing when it is beyond what Decimal holds.
std::optional<Decimal> in_unit(const rules::Rule& rule, const rules::Rational& number);

}  // namespace laoyou::facts
