#include "engines/linkage/quality.h"

#include <map>

namespace laoyou::linkage {
namespace {

/// How many of a group are of each truth, by file.
using Counts = std::map<std::pair<std::uint32_t, bool>, std::uint64_t>;

std::uint64_t true_pairs(const Records& records, const std::vector<std::uint32_t>& truth) {
  std::vector<std::uint64_t> left, right;
  for (Row row = 0; row < records.size(); ++row) {
    auto& counts = records.is_right(row) ? right : left;
    if (counts.size() <= truth[row]) counts.resize(truth[row] + 1, 0);
    ++counts[truth[row]];
  }
  std::uint64_t pairs = 0;
  for (std::size_t i = 0; i < left.size(); ++i)
    pairs += records.has_two_files() ? left[i] * (i < right.size() ? right[i] : 0) : left[i] * (left[i] - 1) / 2;
  return pairs;
}

/// Notes what stands at a weight; equal weights are taken or left together, so only the last of them counts.
void take_best(Judged& judged, const Quality& now, double weight, double chosen_weight) {
  if (weight >= chosen_weight) judged.chosen = now;
  if (now.f1() > judged.best.f1()) {
    judged.best = now;
    judged.best_weight = weight;
  }
}

/// Pairs two groups would bring: all, and true ones.
std::pair<std::uint64_t, std::uint64_t> pairs_between(const Counts& one, const Counts& other, bool two_files) {
  std::uint64_t all = 0, right = 0;
  for (const auto& [key, count] : one)
    for (const auto& [other_key, other_count] : other) {
      if (two_files && key.second == other_key.second) continue;
      all += count * other_count;
      if (key.first == other_key.first) right += count * other_count;
    }
  return {all, right};
}

}  // namespace

Judgement judge(const Records& records, const Comparer& comparer, const Weights& weights, const std::vector<Edge>& edges, const std::vector<std::uint32_t>& truth, double chosen_weight) {
  Judgement result;
  Quality pairs, clusters;
  pairs.there = clusters.there = true_pairs(records, truth);
  result.pairs.chosen = result.pairs.best = pairs;
  result.clusters.chosen = result.clusters.best = clusters;
  Joining joining(records, comparer, weights);
  joining.begin(records.size());
  std::vector<Counts> counts(records.size());
  for (Row row = 0; row < records.size(); ++row) counts[row][{truth[row], records.is_right(row)}] = 1;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& edge = edges[i];
    ++pairs.found;
    pairs.right += truth[edge.a] == truth[edge.b] ? 1 : 0;
    const Row a = joining.head(edge.a), b = joining.head(edge.b);
    if (joining.join(edge) == Joining::Outcome::joined) {
      const auto [all, right] = pairs_between(counts[a], counts[b], records.has_two_files());
      clusters.found += all;
      clusters.right += right;
      const Row keeper = joining.head(a), other = keeper == a ? b : a;
      for (const auto& [key, count] : counts[other]) counts[keeper][key] += count;
      counts[other].clear();
    }
    if (i + 1 < edges.size() && edges[i + 1].weight == edge.weight) continue;
    take_best(result.pairs, pairs, edge.weight, chosen_weight);
    take_best(result.clusters, clusters, edge.weight, chosen_weight);
  }
  return result;
}

}  // namespace laoyou::linkage
