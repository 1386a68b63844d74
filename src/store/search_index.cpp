#include "store/search_index.h"

#include "base/check.h"
#include "store/street_word.h"

namespace laoyou::store {
namespace {

constexpr std::string_view k_ending = "_search";
constexpr std::string_view k_postgres_words = "array_to_tsvector(string_to_array(ltrim(search_text), ' '))";

bool searched(const Table& table) { return !table.definition().searched.empty(); }

std::string text_of(const Table& table, Row row) {
  const auto* text = std::get_if<std::string>(&row[table.search_position()]);
  return text != nullptr ? *text : std::string();
}

bool applied(Connection& connection, const std::string& step) {
  const std::vector<Cell> parameters{step};
  return query_integer(connection, "select count(*) from laoyou_schema where name = $1", parameters) > 0;
}

/// A database that was restored from one of the other kind has the steps, but not the index.
bool there(Connection& connection, const std::string& index) {
  const std::vector<Cell> parameters{index};
  return query_integer(connection,
                       connection.kind() == DatabaseKind::sqlite ? "select count(*) from sqlite_master where name = $1"
                                                                 : "select count(*) from pg_indexes where schemaname = current_schema() and indexname = $1",
                       parameters) > 0;
}

/// Only the text itself tells an external-content table what to forget (SQLite, FTS5 4.4.3).
void forget(Connection& connection, const Table& table, std::int64_t id, const std::string& text) {
  const std::string name = identifier(search_table(table.name()));
  const std::vector<Cell> parameters{id, text};
  connection.run("insert into " + name + "(" + name + ", rowid, search_text) values ('delete', $1, $2)", parameters);
}

void remember(Connection& connection, const Table& table, std::int64_t id, const std::string& text) {
  const std::vector<Cell> parameters{id, text};
  connection.run("insert into " + identifier(search_table(table.name())) + "(rowid, search_text) values ($1, $2)", parameters);
}

}  // namespace

std::string search_table(const std::string& record) { return record + std::string(k_ending); }

std::string searched_record(const std::string& table) {
  for (const std::string_view part : {"", "_data", "_idx", "_config", "_docsize"}) {
    const std::string ending = std::string(k_ending) + std::string(part);
    if (table.size() > ending.size() && table.ends_with(ending)) return table.substr(0, table.size() - ending.size());
  }
  return {};
}

std::vector<Migration> search_migrations(Connection& connection, const Table& table) {
  // Databases of before knew no words of streets under the step "search ": theirs are made anew.
  const std::string step = "search by street " + table.name();
  if (!searched(table) || (applied(connection, step) && there(connection, search_table(table.name())))) return {};
  const std::string name = identifier(search_table(table.name()));
  const std::string forget_words = "update " + identifier(table.name()) + " set search_text = null; delete from laoyou_schema where name = '" + words_step(table) + "'; ";
  if (connection.kind() == DatabaseKind::postgresql)
    return {{step, "drop index if exists " + name + "; " + forget_words + "create index " + name + " on " + identifier(table.name()) + " using gin (" + std::string(k_postgres_words) + ")"}};
  return {{step, "drop table if exists " + name + "; " + forget_words + "create virtual table " + name + " using fts5(search_text, content='" + table.name() +
                     "', content_rowid='id', detail=none, columnsize=0)"}};
}

std::string words_step(const Table& table) { return searched(table) ? "words of " + table.name() : std::string(); }

void fill_search_words(Connection& connection, const Table& table, const RowCodec& codec) {
  constexpr std::size_t k_rows_at_once = 1'000;
  const std::string select = table.select_sql() + " where search_text is null and id > $1 order by id limit " + std::to_string(k_rows_at_once);
  std::vector<std::vector<Cell>> rows;
  const auto read = [&] {
    const std::vector<Cell> behind{rows.empty() ? std::int64_t{0} : std::get<std::int64_t>(rows.back()[table.id_position()])};
    rows.clear();
    connection.query(select, behind, [&](Row row) { rows.emplace_back(row.begin(), row.end()); });
  };
  for (read(); !rows.empty(); read()) {
    for (std::vector<Cell>& row : rows) {
      row[table.search_position()] = codec.words(table, codec.plain(table, row));
      const std::vector<Cell> parameters{row[table.search_position()], row[table.id_position()]};
      connection.run("update " + identifier(table.name()) + " set search_text = $1 where id = $2", parameters);
      follow_change(connection, table, {}, row);
    }
  }
}

void follow_change(Connection& connection, const Table& table, Row before, Row after) {
  if (!searched(table) || connection.kind() != DatabaseKind::sqlite) return;
  const std::string old = before.empty() ? "" : text_of(table, before), now = after.empty() ? "" : text_of(table, after);
  const std::int64_t id = std::get<std::int64_t>((after.empty() ? before : after)[table.id_position()]);
  if (!before.empty() && !after.empty() && old == now) return;
  if (!before.empty()) forget(connection, table, id, old);
  if (!after.empty()) remember(connection, table, id, now);
}

SearchCondition search_condition(DatabaseKind kind, const Table& table, const std::vector<Cell>& words, RegionCode place) {
  CHECK(searched(table));
  const std::string street = street_word(place);
  std::string query = street.empty() ? "" : kind == DatabaseKind::sqlite ? '"' + street + '"' : '\'' + street + '\'';
  for (const Cell& word : words) {
    // Words hold letters and digits alone (record::search_words), so quotes need no care.
    const std::string letters = std::get<std::string>(word).substr(1);
    query += query.empty() ? "" : kind == DatabaseKind::sqlite ? " AND " : " & ";
    query += kind == DatabaseKind::sqlite ? '"' + letters + "\"*" : '\'' + letters + "':*";
  }
  const std::string name = identifier(search_table(table.name()));
  if (kind == DatabaseKind::sqlite) return {"id in (select rowid from " + name + " where " + name + " match ", query, ")"};
  return {std::string(k_postgres_words) + " @@ ", query, "::text::tsquery"};
}

}  // namespace laoyou::store
