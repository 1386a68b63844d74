#include "engines/linkage/link.h"

#include <algorithm>
#include <utility>

#include "engines/linkage/parallel.h"

namespace laoyou::linkage {
namespace {

/// The pairs that weigh at least `possible`, apart by whether something speaks against them.
void weigh(const Records& records, const Weights& weights, const std::vector<Candidate>& candidates, Linked& linked) {
  const std::size_t parts = threads_here();
  std::vector<std::vector<Edge>> edges(parts), against(parts);
  in_parts(candidates.size(), parts, [&](std::size_t begin, std::size_t end, std::size_t part) {
    for (std::size_t i = begin; i < end; ++i) {
      const Candidate& pair = candidates[i];
      const double weight = weights.of_pair(pair.pattern, pair.a, pair.b);
      if (weight < linked.possible_weight) continue;
      (evidence_against(records.map(), pair.pattern) >= 0 ? against : edges)[part].push_back({pair.a, pair.b, weight});
    }
  });
  for (std::size_t part = 0; part < parts; ++part) {
    linked.edges.insert(linked.edges.end(), edges[part].begin(), edges[part].end());
    linked.against.insert(linked.against.end(), against[part].begin(), against[part].end());
  }
  sort_edges(records, linked.edges);
  sort_edges(records, linked.against);
}

void join(const Records& records, const Comparer& comparer, const Weights& weights, Linked& linked) {
  Joining joining(records, comparer, weights);
  joining.begin(records.size());
  for (const Edge& edge : linked.edges)
    if (edge.weight >= linked.certain_weight) joining.join(edge);
  linked.cluster.reserve(records.size());
  for (Row row = 0; row < records.size(); ++row) linked.cluster.push_back(joining.head(row));
  linked.held_apart = joining.held_apart();
}

Linked link_candidates(const Records& records, const Comparer& comparer, const Candidates& candidates, Model model) {
  Linked linked;
  linked.model = std::move(model);
  linked.crowded = candidates.crowded;
  linked.candidates = candidates.pairs.size();
  linked.certain_weight = weight_of(records.map().certain);
  linked.possible_weight = weight_of(records.map().possible);
  const Weights weights(linked.model, records);
  weigh(records, weights, candidates.pairs, linked);
  join(records, comparer, weights, linked);
  return linked;
}

}  // namespace

Linked link(const Records& records, std::uint64_t seed) {
  const Comparer comparer(records);
  const Candidates candidates = find_candidates(records, Keys(records), comparer);
  return link_candidates(records, comparer, candidates, learn(records, comparer, candidates.pairs, seed));
}

Linked link_with(const Records& records, Model model) {
  const Comparer comparer(records);
  return link_candidates(records, comparer, find_candidates(records, Keys(records), comparer), std::move(model));
}

}  // namespace laoyou::linkage
