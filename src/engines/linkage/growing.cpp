#include "engines/linkage/growing.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace laoyou::linkage {

Growing::Growing(Records records, Model model)
    : records_(std::move(records)), model_(std::move(model)), comparer_(records_), weights_(model_, records_), keys_(records_), joining_(records_, comparer_, weights_),
      certain_weight_(weight_of(records_.map().certain)), tables_(records_.map().rules.size()), keys_of_row_(records_.map().rules.size()) {
  for (Row row = 0; row < records_.size(); ++row) {
    expect(row);
    attach(row);
  }
  cluster_anew();
}

void Growing::expect(Row row) {
  while (near_.size() <= row) {
    near_.emplace_back();
    present_.push_back(0);
    cluster_.push_back(0);
    seen_.push_back(0);
    for (auto& keys : keys_of_row_) keys.push_back(0);
  }
  joining_.expect(row);
}

Change Growing::put(std::string_view id, std::span<const std::string_view> cells, bool is_right) {
  auto row = records_.find(id, is_right);
  if (row && is_present(*row)) detach(*row);
  if (row) records_.put(*row, cells);
  else row = records_.add(id, cells, is_right);
  CHECK(row);
  keys_.update(1);
  expect(*row);
  attach(*row);
  Change change = cluster_anew();
  change.cluster = cluster_[*row];
  return change;
}

Change Growing::remove(std::string_view id, bool is_right) {
  const auto row = records_.find(id, is_right);
  if (!row || !is_present(*row)) return {};
  detach(*row);
  return cluster_anew();
}

void Growing::attach(Row row) {
  const auto limit = static_cast<std::uint32_t>(records_.map().key_limit);
  present_[row] = 1;
  touched_.push_back(row);
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    const Key key = keys_of_row_[rule][row] = keys_.key(rule, row);
    if (tables_[rule].add(key, row) == limit + 1) drop_unsupported(rule, key);
  }
  const std::uint32_t search = ++search_;
  seen_[row] = search;
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    const Key key = keys_of_row_[rule][row];
    if (tables_[rule].count(key) > limit) continue;
    for (Row other = tables_[rule].first(key); other != KeyTable::k_none; other = tables_[rule].next(other)) {
      if (seen_[other] == search) continue;
      seen_[other] = search;
      weigh(row, other);
    }
  }
}

void Growing::detach(Row row) {
  const auto limit = static_cast<std::uint32_t>(records_.map().key_limit);
  touched_.push_back(row);
  for (const Neighbour& neighbour : std::vector<Neighbour>(near_[row])) unlink(row, neighbour.row);
  present_[row] = 0;
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    const Key key = keys_of_row_[rule][row];
    keys_of_row_[rule][row] = 0;
    if (key != 0 && tables_[rule].remove(key, row) == limit) pair_all(rule, key);
  }
}

/// Compares two records and keeps the pair where it is worth joining.
void Growing::weigh(Row a, Row b) {
  if (records_.has_two_files() && records_.is_right(a) == records_.is_right(b)) return;
  const Pattern pattern = comparer_.compare(a, b);
  const double weight = weights_.of_pair(pattern, a, b);
  if (weight < certain_weight_ || evidence_against(records_.map(), pattern) >= 0) return;
  near_[a].push_back({b, weight});
  near_[b].push_back({a, weight});
  touched_.push_back(b);
}

void Growing::unlink(Row a, Row b) {
  std::erase_if(near_[a], [b](const Neighbour& neighbour) { return neighbour.row == b; });
  std::erase_if(near_[b], [a](const Neighbour& neighbour) { return neighbour.row == a; });
  touched_.push_back(a);
  touched_.push_back(b);
}

bool Growing::share_a_key(Row a, Row b) const {
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    const Key key = keys_of_row_[rule][a];
    if (key != 0 && key == keys_of_row_[rule][b] && tables_[rule].count(key) <= static_cast<std::uint32_t>(records_.map().key_limit)) return true;
  }
  return false;
}

/// A key became crowded: pairs that no other key brings together are let go.
void Growing::drop_unsupported(std::size_t rule, Key key) {
  for (Row row = tables_[rule].first(key); row != KeyTable::k_none; row = tables_[rule].next(row))
    for (const Neighbour& neighbour : std::vector<Neighbour>(near_[row]))
      if (keys_of_row_[rule][neighbour.row] == key && !share_a_key(row, neighbour.row)) unlink(row, neighbour.row);
}

/// A key is crowded no more: its pairs are formed.
void Growing::pair_all(std::size_t rule, Key key) {
  for (Row a = tables_[rule].first(key); a != KeyTable::k_none; a = tables_[rule].next(a))
    for (Row b = tables_[rule].next(a); b != KeyTable::k_none; b = tables_[rule].next(b)) {
      const bool is_known = std::any_of(near_[a].begin(), near_[a].end(), [b](const Neighbour& neighbour) { return neighbour.row == b; });
      if (is_known) continue;
      touched_.push_back(a);
      weigh(a, b);
    }
}

/// Everything that pairs connect with these records, each once.
std::vector<Row> Growing::hanging_together(std::vector<Row> rows) {
  const std::uint32_t search = ++search_;
  std::vector<Row> found;
  while (!rows.empty()) {
    const Row row = rows.back();
    rows.pop_back();
    if (seen_[row] == search) continue;
    seen_[row] = search;
    found.push_back(row);
    for (const Neighbour& neighbour : near_[row]) rows.push_back(neighbour.row);
  }
  return found;
}

Change Growing::cluster_anew() {
  const std::vector<Row> rows = hanging_together(std::exchange(touched_, {}));
  std::vector<Edge> edges;
  for (const Row row : rows)
    for (const Neighbour& neighbour : near_[row])
      if (row < neighbour.row) edges.push_back({row, neighbour.row, neighbour.weight});
  sort_edges(records_, edges);
  joining_.part(rows);
  for (const Edge& edge : edges) joining_.join(edge);
  joining_.take_held_apart();
  Change change;
  name_groups(rows, change);
  return change;
}

/// Each group keeps the number that most of its records had (of equals the older), each number goes to one group.
void Growing::name_groups(const std::vector<Row>& rows, Change& change) {
  struct Claim {
    std::size_t records = 0;
    ClusterId id = 0;
    Row head = 0;
  };
  std::map<std::pair<ClusterId, Row>, std::size_t> shared;  // old number and new group: records in both
  std::map<Row, ClusterId> names;
  for (const Row row : rows) {
    if (!is_present(row)) continue;
    names.emplace(joining_.head(row), 0);
    if (cluster_[row] != 0) ++shared[{cluster_[row], joining_.head(row)}];
  }
  std::vector<Claim> claims;
  for (const auto& [key, records] : shared) claims.push_back({records, key.first, key.second});
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& one, const Claim& other) { return one.records > other.records; });
  std::unordered_map<ClusterId, Row> taken;
  for (const Claim& claim : claims)
    if (names[claim.head] == 0 && taken.emplace(claim.id, claim.head).second) names[claim.head] = claim.id;
  for (auto& [head, id] : names)
    if (id == 0) id = next_cluster_++;
  for (const auto& [key, records] : shared) {
    const ClusterId now = names[key.second];
    if (now == key.first) continue;
    // The old number lives on elsewhere: its records were split off; else it went into another.
    if (taken.contains(key.first)) change.splits.push_back({key.first, now});
    else change.merges.push_back({key.first, now});
  }
  for (const Row row : rows) cluster_[row] = is_present(row) ? names[joining_.head(row)] : 0;
}

}  // namespace laoyou::linkage
