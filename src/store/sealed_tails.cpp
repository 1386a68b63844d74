#include "store/sealed_tails.h"

#include <algorithm>

namespace laoyou::store {
namespace {

constexpr std::int64_t k_rows_at_once = 1'000;

}  // namespace

void fill_tails(Connection& connection, const Table& table, const RowCodec& codec, const std::string& column) {
  const std::string tail = identifier(tail_name(column));
  const std::string select = table.select_sql() + " where " + identifier(column) + " is not null and " + tail + " is null and id > $1 order by id limit " + std::to_string(k_rows_at_once);
  const std::string update = "update " + identifier(table.name()) + " set " + tail + " = $1 where id = $2";
  std::vector<Cell> behind{std::int64_t{0}};
  for (std::vector<std::vector<Cell>> changed(1); !changed.empty();) {
    changed.clear();
    connection.query(select, behind, [&](Row row) {
      const std::vector<Cell> plain = codec.plain(table, row);
      changed.push_back({codec.tail(table, column, std::get<std::string>(plain[table.plain_position(column)])), row[table.id_position()]});
    });
    for (const std::vector<Cell>& parameters : changed) connection.run(update, parameters);
    if (!changed.empty()) behind = {changed.back()[1]};
  }
}

}  // namespace laoyou::store
