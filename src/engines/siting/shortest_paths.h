#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace laoyou::siting {

/// An undirected graph whose edges have whole lengths.
class LengthGraph {
 public:
  static constexpr std::int64_t k_no_path = std::numeric_limits<std::int64_t>::max();

  explicit LengthGraph(std::size_t nodes) : edges_(nodes) {}

  /// Sets the length of the edge between two nodes; a later length replaces an earlier one.
  void set_edge(std::int32_t from, std::int32_t to, std::int64_t length);
  /// The length of the shortest path from `source` to every node, k_no_path where there is none.
  [[nodiscard]] std::vector<std::int64_t> lengths_from(std::int32_t source) const;

 private:
  struct Edge {
    std::int32_t to;
    std::int64_t length;
  };
  std::vector<std::vector<Edge>> edges_;
};

}  // namespace laoyou::siting
