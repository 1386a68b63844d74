// What tables a database has, whoever made them: what copying from one database into another goes by.
#pragma once

#include <string>
#include <vector>

#include "store/connection.h"

namespace laoyou::store {

struct ColumnShape {
  std::string name;
  record::CellKind kind;
};

struct IndexShape {
  std::string name;
  bool unique;
  std::vector<std::string> columns;
};

/// A table; its first column is its integer primary key, as in every table of ours.
struct TableShape {
  std::string name;
  std::vector<ColumnShape> columns;
  std::vector<IndexShape> indexes;

  std::vector<std::string> column_names() const;
};

/// All tables, by name. Throws StoreDamaged when a table is not one of ours.
std::vector<TableShape> read_shape(Connection& connection);
/// Makes the table without its indexes, which cost less once the rows are in.
void create_table(Connection& connection, const TableShape& table);
void create_indexes(Connection& connection, const TableShape& table);

/// A column's type in SQL. Texts compare by their bytes on both databases, so that lists come in the same order and ranges mean the same.
std::string sql_type(DatabaseKind database, record::CellKind kind);

}  // namespace laoyou::store
