// A typed tree moved into another book.
#pragma once

#include "rules/tree/typed_tree.h"

namespace laoyou::rules {

/// By position in the book that the tree comes from: the position in the book that it goes to.
struct Remap {
  std::vector<int> parameters, rules;
};

/// The same tree, its reads of parameters and rules renumbered.
NodePtr remapped(const NodePtr& tree, const Remap& remap);

}  // namespace laoyou::rules
