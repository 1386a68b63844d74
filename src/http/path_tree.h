// Finds the route of a path in one walk over its segments: a tree of segments, names before placeholders.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/verb.h"

namespace laoyou::http {

/// Routes of one path by verb, as indexes into the route table; -1 where there is none.
using RoutesOfPath = std::array<int, k_verb_count>;

/// The tree of all paths of a table.
class PathTree {
 public:
  PathTree();
  ~PathTree();
  PathTree(PathTree&&) noexcept;
  PathTree& operator=(PathTree&&) noexcept;

  /// Adds a path such as "/api/plans/{plan}". The same path and verb twice is our own mistake.
  void add(Verb verb, std::string_view path, int route);

  /// The routes of a request's path, null when no path fits. `values` receives the encoded segments that stand for placeholders, in order.
  const RoutesOfPath* find(std::string_view path, std::vector<std::string_view>& values) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
};

}  // namespace laoyou::http
