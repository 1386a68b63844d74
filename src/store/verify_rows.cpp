#include "store/verify_rows.h"

#include <boost/json.hpp>
#include <deque>
#include <limits>

#include "record/json_read.h"
#include "store/claims.h"
#include "store/page_size.h"
#include "store/row_codec.h"
#include "store/shape.h"

namespace laoyou::store {
namespace {

bool is_record(const TableShape& table) { return !store_tables().contains(table.name); }

bool same(const Cell& cell, const boost::json::value& value) {
  if (value.is_object()) return boost::json::serialize(value) == digest_json(cell);  // of a large value
  if (const auto* text = std::get_if<std::string>(&cell)) return value.is_string() && value.get_string() == *text;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return value.is_int64() && value.get_int64() == *integer;
  if (const auto* real = std::get_if<double>(&cell)) return value.is_number() && value.to_number<double>() == *real;
  return value.is_null();
}

/// What the journal kept of a row, written before a column was added, does not name that column.
bool same_row(const TableShape& table, const std::vector<Cell>& row, const std::string& json) {
  const Result<boost::json::value> kept = record::parse_json_text(json);  // to the last digit, which boost::json::parse() is not
  if (!kept || !kept->is_object()) return false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const boost::json::value* value = kept->get_object().if_contains(table.columns[i].name);
    if (value != nullptr && !same(row[i], *value)) return false;
  }
  return true;
}

/// Rows of a query in the order of an integer key, page by page. Its first column is the key; $1 of its parameters is the last key seen.
class Pages {
 public:
  Pages(Connection& connection, std::string sql) : connection_(connection), sql_(std::move(sql)) { fill(); }
  const std::vector<Cell>* front() const { return rows_.empty() ? nullptr : &rows_.front(); }
  std::int64_t key() const { return rows_.empty() ? std::numeric_limits<std::int64_t>::max() : std::get<std::int64_t>(rows_.front()[0]); }
  void pop() {
    rows_.pop_front();
    if (rows_.empty()) fill();
  }

 private:
  void fill() {
    const std::vector<Cell> parameters{last_key_, page_.rows()};
    connection_.query(sql_, parameters, [&](Row row) {
      page_.note(row);
      rows_.emplace_back(row.begin(), row.end());
    });
    page_.turn();
    if (!rows_.empty()) last_key_ = std::get<std::int64_t>(rows_.back()[0]);
  }
  Connection& connection_;
  std::string sql_;
  PageSize page_;
  std::deque<std::vector<Cell>> rows_;
  std::int64_t last_key_ = std::numeric_limits<std::int64_t>::min();
};

std::string rows_sql(const TableShape& table) {
  std::string columns;
  for (const std::string& name : table.column_names()) columns += (columns.empty() ? "" : ", ") + identifier(name);
  return "select " + columns + " from " + identifier(table.name) + " where id > $1 order by id limit $2";
}

/// The last entry about each record that is still there, by record.
std::string last_entries_sql(const TableShape& table) {
  const std::string record = "'" + table.name + "'";
  return "select record_id, after from journal j where record = " + record + " and record_id > $1 and after is not null and not exists "
         "(select 1 from journal k where k.record = " + record + " and k.record_id = j.record_id and k.sequence > j.sequence) "
         "order by record_id limit $2";
}

RowCheck check_table(Connection& connection, const TableShape& table) {
  RowCheck check{RowFault::none, table.name, 0, 0};
  Pages rows(connection, rows_sql(table)), entries(connection, last_entries_sql(table));
  for (; rows.front() != nullptr || entries.front() != nullptr; rows.pop(), entries.pop(), ++check.rows) {
    check.record_id = std::min(rows.key(), entries.key());
    if (rows.key() > entries.key()) check.fault = RowFault::row_missing;
    if (rows.key() < entries.key()) check.fault = RowFault::row_foreign;
    if (rows.key() == entries.key() && !same_row(table, *rows.front(), std::get<std::string>((*entries.front())[1]))) check.fault = RowFault::row_altered;
    if (!check.intact()) return check;
  }
  return check;
}

}  // namespace

std::string fault_code(RowFault fault) {
  constexpr const char* k_codes[] = {"journal.rows_intact",   "journal.row_altered",    "journal.row_missing",  "journal.row_foreign",
                                     "journal.table_missing", "journal.column_missing", "journal.object_foreign"};
  return k_codes[static_cast<std::size_t>(fault)];
}

Refusal RowCheck::refusal() const { return refuse(fault_code(fault), {record, std::to_string(record_id)}); }

RowCheck verify_rows(Connection& connection, const Catalog* catalog, const Progress& progress) {
  if (const auto found = find_shape_fault(connection, catalog)) return {found->fault, found->object, 0, 0};
  RowCheck all;
  std::int64_t done = 0;
  const std::vector<TableShape> tables = read_shape(connection);
  for (const TableShape& table : tables) {
    if (is_record(table)) {
      const RowCheck check = check_table(connection, table);
      if (!check.intact()) return check;
      all.rows += check.rows;
    }
    report(progress, ++done, static_cast<std::int64_t>(tables.size()));
  }
  return all;
}

}  // namespace laoyou::store
