// What the store must know of a record to keep it: taken from the record's description, together with the indexes its room wants.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "powers/owner.h"
#include "record/extension.h"
#include "record/references.h"
#include "record/shown_cell.h"

namespace laoyou::store {

using record::Cell;

/// Columns that are looked up together; of a sealed column its keyed hash is indexed.
struct Index {
  std::vector<std::string> columns;
  bool unique = false;
};

inline Index indexed(std::initializer_list<std::string> columns) { return {columns, false}; }
/// No two records may have the same values here; breaking it is the refusal "store.duplicate". Records with an empty value among them
/// never collide.
inline Index unique(std::initializer_list<std::string> columns) { return {columns, true}; }

/// Which column says who owns a record.
struct OwnerColumn {
  powers::OwnerKind kind = powers::OwnerKind::institution;
  std::string column;
};

/// A record whose rows say, day by day, what a field of another record holds (一条随时间变化的事实): from its day until the next one's.
struct DatedValue {
  std::string reference;  ///< the column that names the other record
  std::string day, value; ///< from when, and what; a row without a value says nothing
  std::string record, column;  ///< whose field
};

/// One record's table.
struct TableDefinition {
  std::string name;
  std::vector<record::Column> columns;
  std::vector<Cell> defaults;         ///< cells of a record just made: what old rows show in a required column added later
  std::vector<Index> indexes;
  std::vector<std::string> retired;   ///< columns of former versions that stay in the database unused
  std::vector<record::ShownColumn> shown;  ///< how people see the columns, in their order
  std::vector<std::string> withheld;  ///< unsealed columns that nobody is shown all the same: what stands there opens something

  std::vector<record::Reference> references;  ///< columns that name other records
  std::vector<std::string> searched;  ///< unsealed text columns by whose words, pinyin and initials records are found
  std::vector<OwnerColumn> owners;    ///< for a kind of owner that is not named, nobody owns these records
  std::vector<DatedValue> dated;      ///< unsealed columns that say what another record's field holds
  std::vector<std::string> tailed;    ///< sealed text columns that are found by their last characters too
  std::vector<std::string> large;     ///< columns of which the journal keeps a digest of what is stored, not the value

  /// One more column behind the others, for a field that a plan adds.
  void extend(const record::Extension& extension) {
    columns.push_back(record::extension_column(extension));
    defaults.emplace_back();
    shown.push_back(record::extension_shown(extension));
  }

  TableDefinition&& searching(std::vector<std::string> names) && {
    searched = std::move(names);
    return std::move(*this);
  }
  TableDefinition&& owned(std::vector<OwnerColumn> columns) && {
    owners = std::move(columns);
    return std::move(*this);
  }
  TableDefinition&& journalling_digests_of(std::vector<std::string> names) && {
    large = std::move(names);
    return std::move(*this);
  }
  TableDefinition&& withholding(std::vector<std::string> names) && {
    withheld = std::move(names);
    return std::move(*this);
  }
};

/// The table of T, a described record with the members id (Id<T>) and region (RegionCode). A member `version` (std::int32_t) is counted by the store:
/// whoever changes a record must have seen its last state. What a member Id<R> names must be there, and is not removed while it is named.
template <record::Described T>
TableDefinition table(std::vector<Index> indexes = {}, std::vector<std::string> retired = {}) {
  static_assert(requires(T value) {
    { value.id } -> std::same_as<Id<T>&>;
    { value.region } -> std::same_as<RegionCode&>;
  }, "a stored record has an id of its own and a region");
  TableDefinition definition{std::string(record::record_name<T>()), record::columns<T>(), {}, std::move(indexes), std::move(retired),
                             record::shown_columns<T>(), {}, record::references<T>(), {}, {}, {}, {}, {}};
  record::to_cells(T{}, definition.defaults);
  return definition;
}

}  // namespace laoyou::store
