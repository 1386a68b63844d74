// A typed tree in one line: for tests, and to tell whether two trees say the same whatever their places in the text.
#pragma once

#include <string>

#include "rules/schema/schema.h"
#include "rules/tree/typed_tree.h"

namespace laoyou::rules {

/// "(resident.age >= 80)". Equal texts mean equal values on every row. Rules and parameters show as "rule 3", "parameter 1"; ^ stands for
/// each row further out.
std::string typed_text(const Schema& schema, const Node& node);

}  // namespace laoyou::rules
