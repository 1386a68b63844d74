// The rows of a register as they are, or as they were after an entry of the journal: changes since are taken back.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "store/snapshot.h"

namespace laoyou::funds {

/// What each record was after `sequence` that has changed since; nothing where it was not there yet.
template <record::Described T>
std::map<std::int64_t, std::optional<T>> changed_since(const store::Snapshot& snapshot, std::int64_t sequence) {
  std::map<std::int64_t, std::optional<T>> before;
  store::JournalQuery query;
  query.after_sequence = sequence;
  query.record = std::string(record::record_name<T>());
  for (;;) {
    const auto entries = snapshot.journal(store::Scope::country(), query);
    for (const store::JournalEntry& entry : entries)
      before.try_emplace(entry.record_id, entry.before ? std::optional<T>(snapshot.record_of<T>(*entry.before)) : std::nullopt);
    if (std::ssize(entries) < query.rows) return before;
    query.after_sequence = entries.back().sequence;
  }
}

/// Calls visit(record) for each row of the register, in no order.
template <record::Described T, class F>
void each_as_of(const store::Snapshot& snapshot, std::int64_t sequence, F&& visit) {
  const std::map<std::int64_t, std::optional<T>> before = changed_since<T>(snapshot, sequence);
  snapshot.each<T>(store::Scope::country(), {}, [&](T row) {
    if (!before.contains(row.id.number)) visit(std::move(row));
  });
  for (const auto& [id, row] : before)
    if (row) visit(T(*row));
}

/// The same for the rows of these ids alone: of a city's people those who are paid are few.
template <record::Described T, class F>
void each_as_of(const store::Snapshot& snapshot, std::int64_t sequence, const std::set<std::int64_t>& ids, F&& visit) {
  constexpr std::size_t k_ids_at_once = 512;  // one statement that the database keeps prepared
  const std::map<std::int64_t, std::optional<T>> before = changed_since<T>(snapshot, sequence);
  for (auto next = ids.begin(); next != ids.end();) {
    std::vector<std::int64_t> part;
    while (next != ids.end() && part.size() < k_ids_at_once) part.push_back(*next++);
    part.resize(k_ids_at_once, std::int64_t(part.back()));
    snapshot.each<T>(store::Scope::country(), store::Filter().one_of("id", part), [&](T row) {
      if (!before.contains(row.id.number)) visit(std::move(row));
    });
  }
  for (const auto& [id, row] : before)
    if (row && ids.contains(id)) visit(T(*row));
}

}  // namespace laoyou::funds
