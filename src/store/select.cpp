#include "store/select.h"

#include "base/check.h"
#include "store/search_index.h"

namespace laoyou::store {
namespace {

using Role = StoredColumn::Role;

bool kind_fits(const Cell& cell, record::CellKind kind) {
  switch (kind) {
    case record::CellKind::integer:
      return std::holds_alternative<std::int64_t>(cell);
    case record::CellKind::real:
      return std::holds_alternative<double>(cell);
    default:
      return std::holds_alternative<std::string>(cell);
  }
}

std::string_view sign(Comparison comparison) {
  switch (comparison) {
    case Comparison::less:
      return " < ";
    case Comparison::at_most:
      return " <= ";
    case Comparison::greater:
      return " > ";
    case Comparison::at_least:
      return " >= ";
    default:
      return " = ";
  }
}

void add_list(Statement& statement, const std::vector<Cell>& values) {
  if (values.empty()) {
    statement.text("1 = 0");
    return;
  }
  for (std::size_t i = 0; i < values.size(); ++i) statement.text(i == 0 ? "(" : ", ").value(values[i]);
  statement.text(")");
}

/// Texts that begin with a prefix lie between it and itself followed by the last character there is.
void add_prefix(Statement& statement, const std::string& column, const std::string& prefix) {
  constexpr std::string_view k_last_character = "\xF4\x8F\xBF\xBF";  // U+10FFFF
  statement.text("(" + column + " >= ").value(prefix).text(" and " + column + " < ").value(prefix + std::string(k_last_character)).text(")");
}

void add_comparison(Statement& statement, const std::string& column, Comparison comparison, const std::vector<Cell>& values) {
  switch (comparison) {
    case Comparison::absent:
      statement.text(column + " is null");
      break;
    case Comparison::present:
      statement.text(column + " is not null");
      break;
    case Comparison::different:
      statement.text("(" + column + " is null or " + column + " <> ").value(values[0]).text(")");
      break;
    case Comparison::absent_or_greater:
      statement.text("(" + column + " is null or " + column + " > ").value(values[0]).text(")");
      break;
    case Comparison::prefix:
      add_prefix(statement, column, std::get<std::string>(values[0]));
      break;
    case Comparison::contains:
      statement.text((statement.kind() == DatabaseKind::sqlite ? "instr(" : "strpos(") + column + ", ").value(values[0]).text(") > 0");
      break;
    case Comparison::one_of:
      if (!values.empty()) statement.text(column + " in ");
      add_list(statement, values);
      break;
    default:
      statement.text(column).text(sign(comparison)).value(values[0]);
  }
}

/// A sealed column is asked through its keyed hash; its own text differs each time the same value is sealed.
void add_sealed_comparison(Statement& statement, const Table& table, const RowCodec& codec, const std::string& column, const Condition& condition) {
  const Comparison comparison = condition.comparison;
  CHECK(comparison == Comparison::equal || comparison == Comparison::one_of || comparison == Comparison::absent ||
        comparison == Comparison::present);
  std::vector<Cell> hashes;
  for (const Cell& value : condition.values) hashes.emplace_back(codec.match(table, column, value));
  add_comparison(statement, identifier(match_name(column)), comparison, hashes);
}

void add_tail(Statement& statement, const Table& table, const RowCodec& codec, const Condition& condition) {
  const std::string& column = condition.columns.front();
  CHECK(condition.columns.size() == 1 && condition.values.size() == 1);
  statement.text(identifier(tail_name(column)) + " = ").value(codec.tail(table, column, std::get<std::string>(condition.values.front())));
}

/// Each word begins with the space before it.
void add_found_in_row(Statement& statement, const Condition& condition) {
  statement.text("(");
  for (const Cell& word : condition.values) statement.text(&word == &condition.values.front() ? "" : " and ").text("strpos(search_text, ").value(word).text(") > 0");
  statement.text(")");
}

void add_found(Statement& statement, const Table& table, const Condition& condition, RegionCode place, WordUse use) {
  if (condition.values.empty()) return static_cast<void>(statement.text("1 = 0"));
  if (use == WordUse::rows) return add_found_in_row(statement, condition);
  const SearchCondition search = search_condition(statement.kind(), table, condition.values, place);
  statement.text(search.before).value(search.parameter).text(search.after);
}

void add_condition(Statement& statement, const Table& table, const RowCodec& codec, const Condition& condition) {
  CHECK(condition.comparison != Comparison::found);
  if (condition.comparison == Comparison::tail) return add_tail(statement, table, codec, condition);
  CHECK(!condition.columns.empty());
  statement.text("(");
  for (std::size_t i = 0; i < condition.columns.size(); ++i) {
    const StoredColumn& column = table.column(condition.columns[i]);
    CHECK(column.own());
    if (i > 0) statement.text(" or ");
    if (column.role == Role::sealed) {
      add_sealed_comparison(statement, table, codec, column.name, condition);
      continue;
    }
    for (const Cell& value : condition.values) CHECK(kind_fits(value, column.kind));
    add_comparison(statement, identifier(column.name), condition.comparison, condition.values);
  }
  statement.text(")");
}

}  // namespace

void add_region(Statement& statement, const Scope& scope, RegionUse use) {
  if (scope.whole_country()) {
    statement.text("1 = 1");
    return;
  }
  // Codes have twelve digits, so text order is their order. The character after '9' ends the last province there could be.
  constexpr std::int64_t k_codes = 1'000'000'000'000;
  const std::int64_t end = scope.region().end_number();
  const std::string column = use == RegionUse::check ? "+region" : "region";
  statement.text(column + " >= ").value(scope.region().text());
  statement.text(" and " + column + " < ").value(end < k_codes ? RegionCode::from_number(end).text() : std::string(":"));
}

void add_scope(Statement& statement, const Table& table, const RowCodec& codec, const Scope& scope, RegionUse use) {
  add_region(statement, scope, use);
  if (!scope.owner()) return;
  statement.text(" and ");
  const std::string* column = table.owner_column(scope.owner()->kind);
  if (column == nullptr)
    statement.text("1 = 0");
  else
    add_condition(statement, table, codec, {{*column}, Comparison::equal, {Cell(scope.owner()->id)}});
}

namespace {

/// Behind a place in the order of one column, then of the id; empty values come first when rising and last when falling.
void add_page_start(Statement& statement, const std::string& column, Order order, const PageStart& start) {
  const bool absent = std::holds_alternative<std::monostate>(start.value);
  // Compared as a pair, an index begins at the place; empty values lie before it.
  if (!absent && order == Order::rising) {
    statement.text(" and (" + column + ", id) > (").value(start.value).text(", ").value(start.id).text(")");
    return;
  }
  statement.text(" and ((").text(column);
  if (absent)
    statement.text(" is null and id > ").value(start.id).text(")");
  else
    statement.text(" = ").value(start.value).text(" and id > ").value(start.id).text(")");
  if (absent && order == Order::rising) statement.text(" or ").text(column).text(" is not null");
  if (!absent) statement.text(" or ").text(column).text(" < ").value(start.value).text(" or ").text(column).text(" is null");
  statement.text(")");
}

void add_page_start(Statement& statement, const Table& table, const Filter& filter) {
  CHECK(filter.orders().size() <= 1);
  const std::string column = filter.orders().empty() ? "region" : filter.orders().front().first;
  CHECK(table.column(column).role == Role::plain);
  const bool absent = std::holds_alternative<std::monostate>(filter.page_start()->value);
  CHECK(absent || kind_fits(filter.page_start()->value, table.column(column).kind));
  add_page_start(statement, identifier(column), filter.orders().empty() ? Order::rising : filter.orders().front().second, *filter.page_start());
}

bool begins_an_index(const Table& table, const std::string& column) {
  const auto& indexes = table.definition().indexes;
  return std::any_of(indexes.begin(), indexes.end(), [&](const Index& index) { return index.columns.front() == column; });
}

/// Begins with columns that are asked for single values, and holds the region further on: it finds the rows and their places without reading them.
bool covers_the_region(const Index& index, const Filter& filter) {
  const auto equal = [&](const std::string& column) {
    return std::any_of(filter.conditions().begin(), filter.conditions().end(), [&](const Condition& condition) {
      return condition.columns.size() == 1 && condition.columns.front() == column &&
             (condition.comparison == Comparison::equal || condition.comparison == Comparison::one_of);
    });
  };
  const auto region = std::find(index.columns.begin(), index.columns.end(), "region");
  return region - index.columns.begin() > 1 && region != index.columns.end() && equal(index.columns[0]) && equal(index.columns[1]);
}

bool narrowed_by_an_index(const Table& table, const Filter& filter) {
  if (!filter.orders().empty() && begins_an_index(table, filter.orders().front().first)) return true;
  return std::any_of(filter.conditions().begin(), filter.conditions().end(), [&](const Condition& condition) {
    if (condition.comparison == Comparison::tail) return true;
    return condition.columns.size() == 1 && condition.columns.front() != "region" && begins_an_index(table, condition.columns.front());
  });
}

/// SQLite knows nothing of how rows are spread, and takes the index of the region for whatever is asked. In a county or more of it a list is found
/// faster by the index of its order, or of its narrowest condition; in any place by the words it is searched for, or by an index that tells the region
/// as well. "+" keeps the region out of the choice (SQLite, query planner, 4).
RegionUse region_use(DatabaseKind kind, const Table& table, const Scope& scope, const Filter& filter) {
  if (kind != DatabaseKind::sqlite) return RegionUse::index;
  const auto& indexes = table.definition().indexes;
  const auto searched = [](const Condition& condition) { return condition.comparison == Comparison::found; };
  if (std::any_of(filter.conditions().begin(), filter.conditions().end(), searched)) return RegionUse::check;
  if (std::any_of(indexes.begin(), indexes.end(), [&](const Index& index) { return covers_the_region(index, filter); })) return RegionUse::check;
  return scope.region().level() <= RegionLevel::county && narrowed_by_an_index(table, filter) ? RegionUse::check : RegionUse::index;
}

}  // namespace

namespace {

/// What the field held on that day: of the rows about the record, the last one's value that is not after it. A record that none speaks of keeps its own.
void add_dated(Statement& statement, const Table& table, const DatedBy& by, Date day) {
  const DatedValue& dated = *by.value;
  CHECK(by.table->column(dated.value).role == Role::plain && by.table->column(dated.day).role == Role::plain && table.column(dated.column).role == Role::plain);
  const std::string rows = " from " + identifier(by.table->name()) + " d where d." + identifier(dated.reference) + " = r.id and d." + identifier(dated.value) + " is not null";
  statement.text("case when exists (select 1" + rows + ") then (select d." + identifier(dated.value) + rows + " and d." + identifier(dated.day) + " <= ").value(day.text());
  statement.text(" order by d." + identifier(dated.day) + " desc, d.id desc limit 1) else r." + identifier(dated.column) + " end");
}

}  // namespace

void add_select(Statement& statement, const Catalog& catalog, const Table& table, const Filter& filter, std::string_view instead) {
  const std::vector<DatedBy> dated = filter.as_of_day() ? catalog.dated_of(table.name()) : std::vector<DatedBy>();
  if (dated.empty() && instead.empty()) return static_cast<void>(statement.text(table.select_sql()));
  std::string names;
  for (const StoredColumn& column : table.columns()) names += (names.empty() ? "" : ", ") + identifier(column.name);
  statement.text("select ").text(instead.empty() ? names : instead).text(" from ");
  if (dated.empty()) return static_cast<void>(statement.text(identifier(table.name())));
  statement.text("(select ");
  for (const StoredColumn& column : table.columns()) {
    if (&column != &table.columns().front()) statement.text(", ");
    const auto by = std::find_if(dated.begin(), dated.end(), [&](const DatedBy& each) { return each.value->column == column.name; });
    if (by == dated.end())
      statement.text("r." + identifier(column.name));
    else
      add_dated(statement, table, *by, *filter.as_of_day());
    statement.text(" as " + identifier(column.name));
  }
  statement.text(" from " + identifier(table.name()) + " r) " + identifier(table.name()));
}

void add_where(Statement& statement, const Table& table, const RowCodec& codec, const Scope& scope, const Filter& filter, WordUse words) {
  statement.text(" where ");
  add_scope(statement, table, codec, scope, region_use(statement.kind(), table, scope, filter));
  for (const Condition& condition : filter.conditions()) {
    statement.text(" and ");
    if (condition.comparison == Comparison::found)
      add_found(statement, table, condition, scope.region(), words);
    else
      add_condition(statement, table, codec, condition);
  }
  if (filter.page_start()) add_page_start(statement, table, filter);
}

void add_order(Statement& statement, const Table& table, const Filter& filter) {
  statement.text(" order by ");
  for (const auto& [name, order] : filter.orders()) {
    CHECK(table.column(name).role == Role::plain);
    statement.text(identifier(name)).text(order == Order::rising ? " asc nulls first, " : " desc nulls last, ");
  }
  // Without an order of its own a list comes by place: the index that finds the scope then gives a page without sorting all the rest.
  // PostgreSQL takes an index for the order only where it says the same of empty values, though there are none.
  const std::string first = statement.kind() == DatabaseKind::postgresql ? " nulls first" : "";
  statement.text((filter.orders().empty() ? "region" + first + ", id" : std::string("id")) + first);
  if (filter.rows() < 0 && filter.offset() == 0) return;
  CHECK(filter.rows() >= 0 && filter.offset() >= 0);
  statement.text(" limit ").value(filter.rows()).text(" offset ").value(filter.offset());
}

}  // namespace laoyou::store
