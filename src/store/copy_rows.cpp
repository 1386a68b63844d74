#include "store/copy_rows.h"

#include <limits>

#include "store/insert_rows.h"
#include "store/page_size.h"

namespace laoyou::store {
namespace {

std::int64_t count_rows(Connection& connection, const std::vector<TableShape>& tables) {
  std::int64_t rows = 0;
  for (const TableShape& table : tables) rows += query_integer(connection, "select count(*) from " + identifier(table.name));
  return rows;
}

std::string page_sql(const TableShape& table) {
  std::string columns;
  for (const ColumnShape& column : table.columns) columns += (columns.empty() ? "" : ", ") + identifier(column.name);
  const std::string key = identifier(table.columns.front().name);
  return "select " + columns + " from " + identifier(table.name) + " where " + key + " > $1 order by " + key + " limit $2";
}

}  // namespace

void copy_rows(Connection& from, Connection& to, const std::vector<TableShape>& tables, const Progress& progress) {
  const std::int64_t whole = count_rows(from, tables);
  std::int64_t copied = 0;
  for (const TableShape& table : tables) {
    const std::string sql = page_sql(table);
    const RowInserter inserter(table.name, table.column_names());
    std::int64_t last_key = std::numeric_limits<std::int64_t>::min();
    PageSize page;
    for (std::int64_t wanted = page.rows(), rows = wanted; rows == wanted;) {
      std::vector<Cell> cells;
      rows = 0;
      wanted = page.rows();
      const std::vector<Cell> parameters{last_key, wanted};
      from.query(sql, parameters, [&](Row row) {
        page.note(row);
        cells.insert(cells.end(), row.begin(), row.end());
        last_key = std::get<std::int64_t>(row[0]);
        ++rows;
      });
      inserter.insert(to, cells);
      page.turn();
      copied += rows;
      report(progress, copied, whole);
    }
  }
}

}  // namespace laoyou::store
