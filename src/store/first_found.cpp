#include "store/first_found.h"

#include <algorithm>
#include <limits>

#include "store/select.h"
#include "store/street_word.h"

namespace laoyou::store {
namespace {

/// Read in some 20 ms; a beginning that one in four hundred shares fills a page of fifty from them.
constexpr std::int64_t k_rows_looked_at = 20'000;
constexpr std::int64_t k_page_rows_max = 501;

bool is_short(const Condition& condition) {
  constexpr std::ptrdiff_t k_characters_max = 2;
  if (condition.comparison != Comparison::found || condition.values.size() != 1) return false;
  const std::string& word = std::get<std::string>(condition.values.front());
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return std::count_if(word.begin() + 1, word.end(), begins_character) <= k_characters_max;  // behind the space that begins it
}

}  // namespace

bool asks_for_many(const Connection& connection, const Table& table, const Scope& scope, const Filter& filter) {
  if (connection.kind() != DatabaseKind::postgresql || table.definition().searched.empty() || scope.owner() || !street_word(scope.region()).empty()) return false;
  const bool by_id = filter.orders().size() == 1 && filter.orders().front() == std::pair(std::string("id"), Order::falling);
  return by_id && !filter.as_of_day() && filter.offset() == 0 && filter.rows() > 0 && filter.rows() <= k_page_rows_max &&
         std::any_of(filter.conditions().begin(), filter.conditions().end(), is_short);
}

bool read_first_found(Connection& connection, const StoreContents& contents, const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_stored) {
  Statement statement(connection.kind());
  add_select(statement, contents.catalog, table, filter);
  add_where(statement, table, contents.codec, scope, filter, WordUse::rows);
  const std::int64_t start = filter.page_start() ? filter.page_start()->id : std::numeric_limits<std::int64_t>::max();
  statement.text(" and id < ").value(start).text(" and id >= coalesce((select id from " + identifier(table.name()) + " where id < ").value(start);
  statement.text(" order by id desc offset ").value(k_rows_looked_at).text(" limit 1), 0) order by id desc limit ").value(filter.rows());
  std::vector<std::vector<Cell>> rows;
  connection.query(statement.sql(), statement.parameters(), [&](Row row) { rows.emplace_back(row.begin(), row.end()); });
  if (std::ssize(rows) < filter.rows()) return false;
  for (const std::vector<Cell>& row : rows) visit_stored(row);
  return true;
}

}  // namespace laoyou::store
