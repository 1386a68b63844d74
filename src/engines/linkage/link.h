// The whole way: candidates, weights, clusters.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/linkage/clusters.h"
#include "engines/linkage/model.h"

namespace laoyou::linkage {

struct Linked {
  Model model;
  std::vector<CrowdedKey> crowded;  ///< keys that were passed over
  std::size_t candidates = 0;       ///< pairs compared
  std::vector<Edge> edges;          ///< the surest first (sort_edges), down to `possible_weight`
  std::vector<Edge> against;        ///< pairs that weigh as much as edges, but cannot be one person by themselves
  double certain_weight = 0;        ///< pairs of at least it were joined
  double possible_weight = 0;       ///< those between are for a clerk
  std::vector<Row> cluster;         ///< by row: the first record of its cluster
  std::vector<HeldApart> held_apart;
};

/// The same records give the same answer, whatever their order and however many threads there are. `seed` draws the blind pairs.
Linked link(const Records& records, std::uint64_t seed);

/// The same with weights learned before.
Linked link_with(const Records& records, Model model);

}  // namespace laoyou::linkage
