#include "rules/facts/feed.h"

#include "base/check.h"

namespace laoyou::rules {
namespace {

/// Rules are proved not to overflow for values within field_bound(); others do not enter the facts.
bool within_bound(Type type, Value value) {
  const std::int64_t bound = field_bound(type.kind);
  return !value || (*value >= -bound && *value <= bound);
}

}  // namespace

Result<bool> Feed::take(const FeedEntry& entry) {
  const std::int64_t wanted = facts_.journal_sequence + 1;
  if (entry.sequence < wanted) return false;
  if (entry.sequence > wanted) return refuse("rules.journal_gap", {std::to_string(wanted), std::to_string(entry.sequence)});
  const auto reader = readers_.find(entry.record);
  if (reader != readers_.end())
    if (const Result<void> changed = change(reader->second, entry); !changed) return changed.error();
  facts_.journal_sequence = entry.sequence;
  return true;
}

Result<void> Feed::change(const Reader& reader, const FeedEntry& entry) {
  CHECK(reader.record >= 0);
  Table& table = facts_.tables[static_cast<std::size_t>(reader.record)];
  if (!entry.cells) {
    table.remove(entry.id);
    return {};
  }
  std::vector<Value> values;
  reader.read(*entry.cells, facts_.texts, values);
  const RecordKind& kind = schema_.records[static_cast<std::size_t>(reader.record)];
  CHECK(values.size() == kind.fields.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!within_bound(kind.fields[i].type, values[i]))
      return at(entry.record + "/" + std::to_string(entry.id) + "/" + kind.fields[i].name, refuse("number.too_large", {std::to_string(*values[i])}));
  if (values[static_cast<std::size_t>(kind.id_field)] != Value(entry.id)) throw record::DamagedCell(entry.record + ".id");
  table.put(values);
  return {};
}

}  // namespace laoyou::rules
