#include "store/insert_rows.h"

#include "base/check.h"

namespace laoyou::store {
namespace {

constexpr std::size_t k_rows_at_once = 32;

/// For a statement of several rows SQLite keeps what it changes, to undo a half of it; in a large transaction that costs more each time, and there is
/// no round trip to a server to save. A row by itself is whole or not at all.
std::size_t rows_at_once(DatabaseKind kind) { return kind == DatabaseKind::sqlite ? 1 : k_rows_at_once; }

}  // namespace

std::string insert_rows_sql(const std::string& table, const std::vector<std::string>& columns, std::size_t rows) {
  std::string sql = "insert into " + identifier(table) + " (";
  for (std::size_t i = 0; i < columns.size(); ++i) sql += (i == 0 ? "" : ", ") + identifier(columns[i]);
  sql += ") values ";
  for (std::size_t i = 0; i < rows * columns.size(); ++i) {
    sql += i % columns.size() != 0 ? ", $" : i == 0 ? "($" : "), ($";
    sql += std::to_string(i + 1);
  }
  return sql + ")";
}

RowInserter::RowInserter(std::string table, std::vector<std::string> columns)
    : width_(columns.size()), one_(insert_rows_sql(table, columns, 1)), many_(insert_rows_sql(table, columns, k_rows_at_once)) {}

void RowInserter::each_statement(DatabaseKind kind, Row cells, const std::function<void(const std::string& sql, Row cells, std::size_t rows)>& take) const {
  CHECK(cells.size() % width_ == 0);
  const std::size_t many = rows_at_once(kind);
  while (!cells.empty()) {
    const std::size_t rows = cells.size() >= many * width_ ? many : 1;
    take(rows == 1 ? one_ : many_, cells.first(rows * width_), rows);
    cells = cells.subspan(rows * width_);
  }
}

void RowInserter::insert(Connection& connection, Row cells) const {
  each_statement(connection.kind(), cells, [&](const std::string& sql, Row of_statement, std::size_t) { connection.run(sql, of_statement); });
}

}  // namespace laoyou::store
