// The fields of plans (扩展字段) that a frozen book reads: a plan may drop or change them later, and the run must still be read.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "record/extension.h"
#include "registry/facts_layout.h"
#include "rules/tree/book.h"

namespace laoyou::funds {

/// Those that any rule or parameter of the book needs, in the order of the layout that the book is of.
std::vector<record::Extension> fields_of_plans(const rules::Book& book, const registry::FactsLayout& layout);

/// What rules must know of them; equal fields give equal text.
std::string pack_fields(const std::vector<record::Extension>& fields);
/// The fields again. Refused as "funds.frozen_unreadable".
Result<std::vector<record::Extension>> unpack_fields(const std::string& text);

/// Both together: the second's as they are, with the choices that the first's had beside; behind them those that the first alone has.
std::vector<record::Extension> fields_of_both(const std::vector<record::Extension>& first, std::vector<record::Extension> second);

}  // namespace laoyou::funds
