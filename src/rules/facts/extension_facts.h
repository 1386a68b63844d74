// Fields that plans add to records (扩展字段), as rules see them: behind the record's own fields, each by its kind as an own one is by its C++ type.
#pragma once

#include "record/extension.h"
#include "rules/facts/facts.h"

namespace laoyou::rules {

/// A text that only names a person has no part in rules, as no own one has.
bool is_read_by_rules(const record::Extension& extension);

/// The field behind those that its record has already, and its choices as a code list of its name. Never required: records of other places are without it.
/// The schema has the record.
void add_field(Schema& schema, const record::Extension& extension);

/// By how much the database's integer is multiplied: minutes are kept whole.
std::int64_t storage_multiplier(const record::Extension& extension);

/// Where a row keeps such a field.
struct AddedCell {
  const record::Extension* field = nullptr;
  std::optional<std::size_t> position;  ///< in the record's cells; nothing: this database has no such column

  /// Missing where the row has none, or holds what the plan names no more: a text of another kind, a choice that is no longer one.
  Value value(std::span<const record::Cell> cells, TextPool& texts) const;
};

}  // namespace laoyou::rules
