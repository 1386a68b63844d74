// The fields of plans (扩展字段) that a frozen book reads: a plan may drop or change them later, and the run must still be read.
#pragma once

#include <vector>

#include "record/extension.h"
#include "registry/facts_layout.h"
#include "rules/tree/book.h"

namespace laoyou::funds {

/// Those that any rule or parameter of the book needs, in the order of the layout that the book is of.
std::vector<record::Extension> fields_of_plans(const rules::Book& book, const registry::FactsLayout& layout);

}  // namespace laoyou::funds
