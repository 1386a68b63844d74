// A record's table as it stands in the database: its stored columns and the statements that touch it, written once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/table_definition.h"

namespace laoyou::store {

/// One column in the database. A sealed column of the record becomes two: the sealed text, and the keyed hash that equality is asked of. A record that
/// is searched has one more: the words it is found by.
struct StoredColumn {
  enum class Role { plain, sealed, match, tail, search };
  /// One of the record's own cells; the others are made from them.
  bool own() const { return role == Role::plain || role == Role::sealed; }
  std::string name;
  record::CellKind kind = record::CellKind::text;
  Role role = Role::plain;
  bool required = true;
  Cell fallback;  ///< what a row older than the column shows
  bool large = false;  ///< the journal keeps a digest of it
};

/// Made once at start, unchanging afterwards.
class Table {
 public:
  explicit Table(TableDefinition definition);

  const std::string& name() const { return definition_.name; }
  const TableDefinition& definition() const { return definition_; }
  const std::vector<StoredColumn>& columns() const { return columns_; }
  std::size_t id_position() const { return id_position_; }
  /// The id among the record's own cells, where sealed columns have no hash beside them.
  std::size_t plain_id_position() const { return plain_id_position_; }
  std::size_t region_position() const { return region_position_; }
  /// Of the member `version` among the stored columns and among the record's own cells; nothing for a record without.
  std::optional<std::size_t> version_position() const { return version_position_; }
  std::optional<std::size_t> plain_version_position() const { return plain_version_position_; }
  /// Of the words that a searched record is found by.
  std::size_t search_position() const { return columns_.size() - 1; }
  /// Among the record's own cells.
  std::size_t plain_position(std::string_view column) const;
  /// The column that says who owns a record; null when owners of this kind own none.
  const std::string* owner_column(powers::OwnerKind kind) const;
  /// The stored column of that name; asking for one that is not there is our own mistake.
  const StoredColumn& column(std::string_view name) const;

  const std::string& insert_sql() const { return insert_sql_; }  ///< parameters: all columns
  const std::string& update_sql() const { return update_sql_; }  ///< parameters: all columns, then the id
  const std::string& remove_sql() const { return remove_sql_; }  ///< parameter: the id
  const std::string& select_sql() const { return select_sql_; }  ///< "select all columns from table", to be continued

 private:
  TableDefinition definition_;
  std::vector<StoredColumn> columns_;
  std::size_t id_position_ = 0, plain_id_position_ = 0, region_position_ = 0;
  std::optional<std::size_t> version_position_, plain_version_position_;
  std::string insert_sql_, update_sql_, remove_sql_, select_sql_;
};

/// The name of a sealed column's keyed hash.
inline std::string match_name(std::string_view column) { return std::string(column) + "_match"; }

/// The name of the keyed hash of a sealed column's last characters.
inline std::string tail_name(std::string_view column) { return std::string(column) + "_tail"; }
/// How many they are.
inline constexpr std::size_t k_tail_length = 4;

/// The column of the words that a searched record is found by.
inline constexpr std::string_view k_search_column = "search_text";

/// A column of another record that names this one.
struct Referrer {
  const Table* table = nullptr;
  std::string column;
};

/// A table whose rows say, day by day, what a field holds.
struct DatedBy {
  const Table* table = nullptr;
  const DatedValue* value = nullptr;
};

/// All tables of a program.
class Catalog {
 public:
  explicit Catalog(std::vector<TableDefinition> definitions);
  /// A record that was not given to Store::open is our own mistake.
  const Table& table(std::string_view record) const;
  const std::map<std::string, Table, std::less<>>& tables() const { return tables_; }
  /// The table of that record, or null.
  const Table* find(std::string_view record) const;
  /// Who names records of this kind.
  std::vector<Referrer> referrers(std::string_view record) const;
  /// What fields of this record follow.
  std::vector<DatedBy> dated_of(std::string_view record) const;

 private:
  std::map<std::string, Table, std::less<>> tables_;
};

}  // namespace laoyou::store
