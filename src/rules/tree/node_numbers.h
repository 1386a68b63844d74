// The stable numbers of an expression's nodes: pre-order, as the text is read.
#pragma once

#include <unordered_map>

#include "rules/text/parse_tree.h"

namespace laoyou::rules {

class NodeNumbers {
 public:
  NodeNumbers() = default;
  explicit NodeNumbers(const ParsePtr& root);

  /// The root is 0; a node's number is less than those of its children.
  int number(const ParseNode& node) const { return numbers_.at(&node); }

 private:
  std::unordered_map<const ParseNode*, int> numbers_;
};

}  // namespace laoyou::rules
