#include "rules/tree/node_numbers.h"

#include <algorithm>
#include <vector>

#include "rules/text/parse_children.h"

namespace laoyou::rules {

NodeNumbers::NodeNumbers(const ParsePtr& root) {
  std::vector<ParsePtr> waiting{root};
  while (!waiting.empty()) {
    const ParsePtr node = waiting.back();
    waiting.pop_back();
    if (!numbers_.emplace(node.get(), static_cast<int>(numbers_.size())).second) continue;
    const std::size_t first = waiting.size();
    for_each_child(*node, [&waiting](const ParsePtr& child) { waiting.push_back(child); });
    std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
  }
}

}  // namespace laoyou::rules
