// Many rows in few statements: on PostgreSQL each statement is a journey to the server and back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/connection.h"

namespace laoyou::store {

/// "insert into table (columns) values ($1, …), (…)" for so many rows.
std::string insert_rows_sql(const std::string& table, const std::vector<std::string>& columns, std::size_t rows);

/// Inserts rows given cell by cell, one after another; two statement sizes, so that few statements are kept prepared.
class RowInserter {
 public:
  RowInserter(std::string table, std::vector<std::string> columns);
  /// cells.size() is a multiple of the number of columns.
  void insert(Connection& connection, Row cells) const;
  /// The same statements, each handed over with its cells and how many rows it adds.
  void each_statement(DatabaseKind kind, Row cells, const std::function<void(const std::string& sql, Row cells, std::size_t rows)>& take) const;

 private:
  std::size_t width_;
  std::string one_, many_;
};

}  // namespace laoyou::store
