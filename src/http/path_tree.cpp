#include "http/path_tree.h"

#include <algorithm>

#include "base/check.h"
#include "http/route.h"

namespace laoyou::http {

struct PathTree::Node {
  std::vector<std::pair<std::string, std::unique_ptr<Node>>> named;  // sorted by name
  std::unique_ptr<Node> placeholder;
  RoutesOfPath routes{-1, -1, -1, -1};
  bool ends_here = false;

  const Node* child(std::string_view name) const {
    const auto found = std::lower_bound(named.begin(), named.end(), name, [](const auto& entry, std::string_view text) { return entry.first < text; });
    return found != named.end() && found->first == name ? found->second.get() : nullptr;
  }

  Node& grow(std::string_view segment) {
    if (segment.front() == '{') {
      if (!placeholder) placeholder = std::make_unique<Node>();
      return *placeholder;
    }
    const auto place = std::lower_bound(named.begin(), named.end(), segment, [](const auto& entry, std::string_view text) { return entry.first < text; });
    if (place != named.end() && place->first == segment) return *place->second;
    return *named.emplace(place, std::string(segment), std::make_unique<Node>())->second;
  }

  /// `rest` begins behind a slash; the depth is that of the tree, whatever the request says.
  const Node* find(std::string_view rest, bool more, std::vector<std::string_view>& values) const {
    if (!more) return ends_here ? this : nullptr;
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view segment = rest.substr(0, end);
    const bool deeper = end < rest.size();
    const std::string_view below = deeper ? rest.substr(end + 1) : std::string_view{};
    if (const Node* next = child(segment)) {
      if (const Node* found = next->find(below, deeper, values)) return found;
    }
    if (!placeholder || segment.empty()) return nullptr;
    values.push_back(segment);
    if (const Node* found = placeholder->find(below, deeper, values)) return found;
    values.pop_back();
    return nullptr;
  }
};

PathTree::PathTree() : root_(std::make_unique<Node>()) {}
PathTree::~PathTree() = default;
PathTree::PathTree(PathTree&&) noexcept = default;
PathTree& PathTree::operator=(PathTree&&) noexcept = default;

void PathTree::add(Verb verb, std::string_view path, int route) {
  Node* node = root_.get();
  for (std::string_view segment : path_segments(path)) {
    CHECK(!segment.empty());
    node = &node->grow(segment);
  }
  int& place = node->routes[static_cast<std::size_t>(verb)];
  CHECK(place < 0);
  place = route;
  node->ends_here = true;
}

const RoutesOfPath* PathTree::find(std::string_view path, std::vector<std::string_view>& values) const {
  if (path.empty() || path.front() != '/') return nullptr;
  const Node* node = root_->find(path.substr(1), path.size() > 1, values);
  return node == nullptr ? nullptr : &node->routes;
}

}  // namespace laoyou::http
