// What rules know of the registers, and in which order: each record's own fields first, the same in every layout, and behind them those that plans add
// (扩展字段). What was checked against one layout's own fields alone therefore holds in any other.
#pragma once

#include <vector>

#include "record/extension.h"
#include "rules/facts/sql_storage.h"
#include "rules/schema/schema.h"
#include "store/table.h"

namespace laoyou::rules {
class Feed;
struct AddedCell;
}

namespace laoyou::registry {

/// Immutable once made; shared by the facts and all who ask them.
class FactsLayout {
 public:
  /// With these fields, in this order; those of other records than rules know, and texts that name a person, are left out.
  explicit FactsLayout(const std::vector<record::Extension>& added = {});

  /// The registers' own fields alone.
  static const FactsLayout& of_registers();

  const rules::Schema& schema() const { return schema_; }
  /// How the store keeps these records, for rules written as SQL.
  const rules::SqlStorage& storage() const { return storage_; }
  /// The fields that plans add, in the order of the schema within each record.
  const std::vector<record::Extension>& added() const { return added_; }

  /// Lets the feed, which is of this schema, read entries about all registers. The feed ends before this. `tables` says where a row keeps what plans add;
  /// null: rows have nothing of it.
  void follow(rules::Feed& feed, const store::Catalog* tables) const;

 private:
  std::vector<rules::AddedCell> cells_of(std::string_view record, const store::Catalog* tables) const;

  std::vector<record::Extension> added_;
  rules::Schema schema_;
  rules::SqlStorage storage_;
};

/// What one book is checked against: the layout's schema at the same positions, of what plans add with names for `own` alone, so that no other plan's field
/// is found or hinted at. Of `own`, what the layout does not have, or has as another kind or with other choices, is there as Field::needs_restart.
rules::Schema schema_for(const FactsLayout& layout, const std::vector<record::Extension>& own);

/// The field of the layout that a column stands for, or null.
const record::Extension* find_added(const FactsLayout& layout, std::string_view record, std::string_view field);

}  // namespace laoyou::registry
