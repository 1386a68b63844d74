#include "engines/siting/shortest_paths.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace laoyou::siting {

void LengthGraph::set_edge(std::int32_t from, std::int32_t to, std::int64_t length) {
  const auto set = [this, length](std::int32_t a, std::int32_t b) {
    auto& edges = edges_[static_cast<std::size_t>(a)];
    const auto known = std::find_if(edges.begin(), edges.end(), [b](const Edge& edge) { return edge.to == b; });
    if (known == edges.end()) {
      edges.push_back({b, length});
    } else {
      known->length = length;
    }
  };
  set(from, to);
  set(to, from);
}

std::vector<std::int64_t> LengthGraph::lengths_from(std::int32_t source) const {
  using Reached = std::pair<std::int64_t, std::int32_t>;
  std::vector<std::int64_t> length(edges_.size(), k_no_path);
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  length[static_cast<std::size_t>(source)] = 0;
  queue.push({0, source});
  while (!queue.empty()) {
    const auto [so_far, node] = queue.top();
    queue.pop();
    if (so_far > length[static_cast<std::size_t>(node)]) continue;
    for (const Edge& edge : edges_[static_cast<std::size_t>(node)]) {
      auto& known = length[static_cast<std::size_t>(edge.to)];
      if (so_far + edge.length >= known) continue;
      known = so_far + edge.length;
      queue.push({known, edge.to});
    }
  }
  return length;
}

}  // namespace laoyou::siting
