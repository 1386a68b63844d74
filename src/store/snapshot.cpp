#include "store/snapshot.h"

#include "store/failure.h"
#include "store/first_found.h"
#include "store/writing_connection.h"

namespace laoyou::store {
namespace {

bool lies_in(const Scope& scope, const Table& table, Row row) {
  if (scope.whole_country()) return true;
  const Result<RegionCode> region = RegionCode::parse(std::get<std::string>(row[table.region_position()]));
  return region && scope.contains(*region);
}

/// The one row that a command asks for by its id: it may be known already. `found` is called with it, or not at all. False: ask the database.
bool asked_by_id(Connection& connection, const Table& table, const Scope& scope, const Filter& filter, const std::function<void(const KnownRow&)>& found) {
  WritingConnection* writer = scope.owner() ? nullptr : WritingConnection::of(connection);
  const std::optional<std::int64_t> id = writer == nullptr ? std::nullopt : only_id(filter);
  if (!id) return false;
  if (const KnownRowPtr row = writer->row(table, *id); row && lies_in(scope, table, row->stored())) found(*row);
  return true;
}

/// A question and what it is asked with, as one text: no two questions have the same.
std::string question_of(const Statement& statement) {
  std::string question = statement.sql();
  for (const Cell& cell : statement.parameters()) {
    question += static_cast<char>(cell.index());
    if (const auto* text = std::get_if<std::string>(&cell))
      question.append(std::to_string(text->size())).append(":").append(*text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
      question.append(reinterpret_cast<const char*>(number), sizeof *number);
    else if (const auto* real = std::get_if<double>(&cell))
      question.append(reinterpret_cast<const char*>(real), sizeof *real);
  }
  return question;
}

/// A list for a command: it may be known already, and a short one is remembered.
void list_for_writer(WritingConnection& writer, const Table& table, const Statement& statement, const std::function<void(const KnownRow&)>& visit) {
  // A command that finds some rows most often goes on to change them; one that walks a whole register does not.
  constexpr std::size_t k_kept_of_a_list = 256, k_kept_of_an_answer = 16;
  std::string question = question_of(statement);
  if (const KnownRowsPtr known = writer.answer(table, question)) {
    for (const KnownRowPtr& row : *known) visit(*row);
    return;
  }
  const std::uint64_t changes_before = writer.changes();
  KnownRows rows;
  std::size_t count = 0;
  writer.query(statement.sql(), statement.parameters(), [&](Row row) {
    const bool kept = ++count <= k_kept_of_a_list;
    const KnownRowPtr known = kept ? writer.keep(table, row) : std::make_shared<const KnownRow>(std::vector<Cell>(row.begin(), row.end()));
    if (count <= k_kept_of_an_answer) rows.push_back(known);
    visit(*known);
  });
  if (count <= k_kept_of_an_answer) writer.remember_answer(table, std::move(question), std::move(rows), changes_before);
}

Statement list_of(const Connection& connection, const StoreContents& contents, const Table& table, const Scope& scope, const Filter& filter) {
  Statement statement(connection.kind());
  add_select(statement, contents.catalog, table, filter);
  add_where(statement, table, contents.codec, scope, filter);
  add_order(statement, table, filter);
  return statement;
}

/// Of a list whose end nobody has said. PostgreSQL's library holds the whole answer of a question in memory, and a register may be larger than that.
bool comes_in_parts(const Connection& connection, const Filter& filter) {
  return connection.kind() == DatabaseKind::postgresql && filter.rows() < 0 && filter.offset() == 0 && filter.orders().empty();
}

/// Such a list, part by part within one snapshot.
void each_part(Connection& connection, const StoreContents& contents, const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit) {
  constexpr std::int64_t k_part_rows = 4'096;
  Filter part = filter;
  part.page(0, k_part_rows);
  for (std::int64_t rows = k_part_rows; rows == k_part_rows;) {
    rows = 0;
    PageStart last;
    const Statement statement = list_of(connection, contents, table, scope, part);
    connection.query(statement.sql(), statement.parameters(), [&](Row row) {
      if (++rows == k_part_rows) last = {row[table.region_position()], std::get<std::int64_t>(row[table.id_position()])};
      visit(row);
    });
    part.after(std::move(last));
  }
}

}  // namespace

void Snapshot::each_row(const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_plain) const {
  if (asked_by_id(connection_, table, scope, filter, [&](const KnownRow& row) { visit_plain(row.plain(contents_, table)); })) return;
  WritingConnection* writer = filter.as_of_day() ? nullptr : WritingConnection::of(connection_);
  const auto open = [&](Row row) { visit_plain(contents_.codec.plain(table, row)); };
  if (writer == nullptr && comes_in_parts(connection_, filter)) return each_part(connection_, contents_, table, scope, filter, open);
  if (writer == nullptr && asks_for_many(connection_, table, scope, filter) && read_first_found(connection_, contents_, table, scope, filter, open)) return;
  const Statement statement = list_of(connection_, contents_, table, scope, filter);
  if (writer == nullptr)
    connection_.query(statement.sql(), statement.parameters(), open);
  else
    list_for_writer(*writer, table, statement, [&](const KnownRow& row) { visit_plain(row.plain(contents_, table)); });
}

std::int64_t Snapshot::count_rows(const Table& table, const Scope& scope, const Filter& filter) const {
  std::int64_t known = 0;
  if (asked_by_id(connection_, table, scope, filter, [&](const KnownRow&) { known = 1; })) return known;
  Statement statement(connection_.kind());
  add_select(statement, contents_.catalog, table, filter, "count(*)");
  add_where(statement, table, contents_.codec, scope, filter);
  return query_integer(connection_, statement.sql(), statement.parameters());
}

std::optional<std::vector<Cell>> Snapshot::find_row(const Table& table, const Scope& scope, std::int64_t id) const {
  std::optional<std::vector<Cell>> found;
  each_row(table, scope, Filter().equals("id", Cell(id)).page(0, 1), [&](Row row) { found.emplace(row.begin(), row.end()); });
  return found;
}

std::vector<std::pair<Cell, std::int64_t>> Snapshot::count_groups(const Table& table, const Scope& scope, const Filter& filter,
                                                                 std::string_view column) const {
  CHECK(table.column(column).role == StoredColumn::Role::plain);
  Statement statement(connection_.kind(), "select " + identifier(column) + ", count(*) from " + identifier(table.name()));
  add_where(statement, table, contents_.codec, scope, filter);
  statement.text(" group by 1 order by 1 asc nulls first");
  std::vector<std::pair<Cell, std::int64_t>> groups;
  connection_.query(statement.sql(), statement.parameters(), [&](Row row) { groups.emplace_back(row[0], std::get<std::int64_t>(row[1])); });
  return groups;
}

std::vector<JournalEntry> Snapshot::journal(const Scope& scope, const JournalQuery& query) const {
  std::vector<JournalEntry> entries;
  read_entries(
      connection_, scope, query, [&](JournalEntry entry) { entries.push_back(std::move(entry)); },
      [](std::int64_t sequence) { throw StoreDamaged(refuse("store.damaged", {"journal " + std::to_string(sequence)}), "a journal entry is no entry"); });
  return entries;
}

}  // namespace laoyou::store
