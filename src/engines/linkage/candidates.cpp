#include "engines/linkage/candidates.h"

#include <algorithm>
#include <utility>

#include "engines/linkage/parallel.h"

namespace laoyou::linkage {
namespace {

/// The records of one rule, those of equal keys together.
struct Grouping {
  std::vector<Row> rows;                   // of keys worth pairing, group after group
  std::vector<std::uint32_t> group_ends;   // in rows
  std::vector<std::uint32_t> group_of;     // by row; 0 none
};

using KeyedRow = std::pair<Key, Row>;

/// Sorts by key and, within a key, by row: the upper 32 bits by counting, the rest by comparing.
void sort_by_key(std::vector<KeyedRow>& keyed) {
  std::vector<KeyedRow> other(keyed.size());
  for (int shift = 42; shift < 64; shift += 11) {
    std::vector<std::uint32_t> places(2049, 0);
    for (const KeyedRow& one : keyed) ++places[(one.first >> shift & 2047) + 1];
    for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
    for (const KeyedRow& one : keyed) other[places[one.first >> shift & 2047]++] = one;
    keyed.swap(other);
  }
  for (std::size_t begin = 0; begin < keyed.size();) {
    std::size_t end = begin + 1;
    while (end < keyed.size() && keyed[end].first >> 42 == keyed[begin].first >> 42) ++end;
    const bool is_one_key = std::all_of(keyed.begin() + static_cast<std::ptrdiff_t>(begin), keyed.begin() + static_cast<std::ptrdiff_t>(end),
                                        [&](const KeyedRow& one) { return one.first == keyed[begin].first; });
    if (!is_one_key) std::sort(keyed.begin() + static_cast<std::ptrdiff_t>(begin), keyed.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
}

Grouping group(const Records& records, const Keys& keys, std::size_t rule, std::vector<CrowdedKey>& crowded) {
  std::vector<KeyedRow> keyed;
  keyed.reserve(records.size());
  for (Row row = 0; row < records.size(); ++row)
    if (const Key key = keys.key(rule, row); key != 0) keyed.emplace_back(key, row);
  sort_by_key(keyed);
  Grouping grouping;
  grouping.group_of.assign(records.size(), 0);
  for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
    while (end < keyed.size() && keyed[end].first == keyed[begin].first) ++end;
    const auto count = static_cast<std::uint32_t>(end - begin);
    if (count < 2) continue;
    if (count > static_cast<std::uint32_t>(records.map().key_limit)) {
      crowded.push_back({rule, count, keyed[begin].second});
      continue;
    }
    for (std::size_t i = begin; i < end; ++i) {
      grouping.rows.push_back(keyed[i].second);
      grouping.group_of[keyed[i].second] = static_cast<std::uint32_t>(grouping.group_ends.size() + 1);
    }
    grouping.group_ends.push_back(static_cast<std::uint32_t>(grouping.rows.size()));
  }
  return grouping;
}

/// The rules whose key two records share.
std::uint32_t shared_rules(const std::vector<Grouping>& groupings, Row a, Row b) {
  std::uint32_t rules = 0;
  for (std::size_t rule = 0; rule < groupings.size(); ++rule) {
    const std::uint32_t own = groupings[rule].group_of[a];
    if (own != 0 && own == groupings[rule].group_of[b]) rules |= 1U << rule;
  }
  return rules;
}

}  // namespace

Candidates find_candidates(const Records& records, const Keys& keys, const Comparer& comparer) {
  const std::size_t rules = records.map().rules.size();
  std::vector<Grouping> groupings(rules);
  std::vector<std::vector<CrowdedKey>> crowded(rules);
  const std::size_t threads = threads_here();
  in_parts(threads, threads, [&](std::size_t, std::size_t, std::size_t part) {
    for (std::size_t rule = part; rule < rules; rule += threads) groupings[rule] = group(records, keys, rule, crowded[rule]);
  });
  Candidates result;
  for (const auto& keys_of_rule : crowded) result.crowded.insert(result.crowded.end(), keys_of_rule.begin(), keys_of_rule.end());
  for (std::size_t rule = 0; rule < rules; ++rule) {
    const Grouping& grouping = groupings[rule];
    // More parts than threads, since groups differ in size; their order is that of the groups, so the answer is always the same.
    std::vector<std::vector<Candidate>> found(threads);
    in_parts(grouping.group_ends.size(), threads, [&](std::size_t first, std::size_t last, std::size_t part) {
      for (std::size_t g = first; g < last; ++g) {
        const std::size_t begin = g == 0 ? 0 : grouping.group_ends[g - 1], end = grouping.group_ends[g];
        for (std::size_t i = begin; i < end; ++i)
          for (std::size_t k = i + 1; k < end; ++k) {
            const Row a = std::min(grouping.rows[i], grouping.rows[k]), b = std::max(grouping.rows[i], grouping.rows[k]);
            if (records.has_two_files() && records.is_right(a) == records.is_right(b)) continue;
            const std::uint32_t shared = shared_rules(groupings, a, b);
            if ((shared & ((1U << rule) - 1)) != 0) continue;  // an earlier rule has it
            found[part].push_back({a, b, shared, comparer.compare(a, b)});
          }
      }
    });
    for (const auto& pairs : found) result.pairs.insert(result.pairs.end(), pairs.begin(), pairs.end());
  }
  return result;
}

}  // namespace laoyou::linkage
