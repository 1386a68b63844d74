// What becomes of tallies: which ones a total rests on, how they are added, and the exact number they give. All evaluators end here.
#pragma once

#include <span>

#include "rules/tree/book.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// The Total nodes that a total rests on, its own and those of the totals it reads, each once, in the order in which they are evaluated: the
/// order of Outcome::tallies.
std::vector<const Node*> totals_of(const Book& book, int rule);
/// The same for several rules of one question.
std::vector<const Node*> totals_of(const Book& book, std::span<const int> rules);

/// Counts the rows of `more` as well. Not for distinct, whose values may be the same ones.
void add(Tally& tally, const Tally& more);

/// The number one aggregate gives; nothing when it has none: tally.h says which counts each function rests on.
///   count: rows selected. sum: 0 when none is selected, nothing when some are selected and none has a value. avg: sum / valued.
///   share: TRUE ones / decided ones, nothing when none is decided. min, max: nothing when none has a value. distinct: number of values.
std::optional<Rational> value_of(const Node& total, const Tally& tally);

/// The exact number of a total from the tallies of totals_of(). Nothing when a part has no value or a divisor is zero.
std::optional<Rational> combine(const Book& book, int rule, std::span<const Tally> tallies, const Period& period);

/// The same of a part of a total: `totals` are the nodes to which the tallies belong, all that the part reads among them.
std::optional<Rational> combine(const Book& book, const Node& part, std::span<const Node* const> totals, std::span<const Tally> tallies, const Period& period);

/// True when arithmetic of this tree could leave 128 bits with tables of up to 2^34 rows and fields within field_bound(). The checker refuses
/// such a total (rules.may_overflow), so that combine() never overflows: it has nothing to refuse.
bool total_may_overflow(const Book& book, const Node& tree);

}  // namespace laoyou::rules
