// The amount of each row behind a total that is one sum: what is asked when rows are looked at one by one.
#pragma once

#include <optional>

#include "rules/tree/book.h"

namespace laoyou::whatif {

/// The one sum that a total is; nothing for any other.
std::optional<rules::Total> only_sum(const rules::Book& book, int rule);

/// Adds a rule that gives each row its amount, zero where the sum's condition does not hold; its position.
int add_amount(rules::Book& book, const rules::Total& total);

}  // namespace laoyou::whatif
