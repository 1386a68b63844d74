#include "store/journal_shown.h"

#include <algorithm>

#include "store/row_codec.h"

namespace laoyou::store {
namespace {

std::vector<Cell> row_of(const Table& table, const std::optional<std::string>& json) {
  return json ? RowCodec::from_json(table, *json) : std::vector<Cell>(table.columns().size());
}

std::string key_text(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  const auto* text = std::get_if<std::string>(&cell);
  return text != nullptr ? *text : std::string();
}

}  // namespace

ShownEntry shown_entry(const Catalog& catalog, const JournalEntry& entry) {
  ShownEntry shown;
  const auto found = catalog.tables().find(entry.record);
  if (found == catalog.tables().end()) return shown;
  const Table& table = found->second;
  const TableDefinition& definition = table.definition();
  const std::vector<Cell> before = row_of(table, entry.before), after = row_of(table, entry.after);
  const std::vector<Cell>& now = entry.after ? after : before;
  std::size_t next = 0;  // in `shown`, which has no hashes beside the sealed columns
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    const StoredColumn& column = table.columns()[i];
    if (!column.own()) continue;
    const record::ShownColumn& seen = definition.shown[next++];
    if (column.name == "version") continue;  // that it was counted says no more than that there is an entry
    if (std::find(definition.withheld.begin(), definition.withheld.end(), column.name) != definition.withheld.end()) continue;
    if (column.role == StoredColumn::Role::sealed) {
      if (entry.action == Action::update && before[i] != after[i]) shown.changes.push_back({column.name, seen.entry, true, {}, {}, {}, {}});
      continue;
    }
    if (!seen.masked) shown.row.emplace(column.name, key_text(now[i]));
    if (before[i] != after[i]) shown.changes.push_back({column.name, seen.entry, seen.masked, seen.text(before[i]), seen.text(after[i]),
                                                         seen.masked ? "" : key_text(before[i]), seen.masked ? "" : key_text(after[i])});
  }
  return shown;
}

}  // namespace laoyou::store
