// Going through a typed tree without knowing its nodes.
#pragma once

#include <functional>

#include "rules/tree/typed_tree.h"

namespace laoyou::rules {

/// Calls visit for each child that is there, in the order in which they are written.
void for_each_child(const Node& node, const std::function<void(const Node&)>& visit);

}  // namespace laoyou::rules
