#include "store/journal_rows.h"

#include <algorithm>

#include "store/failure.h"
#include "store/insert_rows.h"
#include "store/writing_connection.h"

namespace laoyou::store {
namespace {

constexpr std::string_view k_entry_columns =
    "sequence, at, account, door, request_id, action, record, record_id, region, before, after, hash";

void put(Cell& cell, const std::optional<std::string>& text) {
  if (text)
    cell = *text;
  else
    cell = Cell();
}

/// Into cells of an entry before it, whose texts keep their memory: a large batch has hundreds of thousands.
void put_cells(const JournalEntry& entry, std::span<Cell> cells) {
  cells[0] = entry.sequence;
  cells[1] = entry.at.milliseconds;
  cells[2] = entry.actor.account;
  cells[3] = entry.actor.door;
  cells[4] = entry.actor.request_id;
  cells[5] = std::string(action_name(entry.action));
  cells[6] = entry.record;
  cells[7] = entry.record_id;
  cells[8] = entry.region.text();
  put(cells[9], entry.before);
  put(cells[10], entry.after);
  cells[11] = entry.hash;
}

std::optional<Action> read_action(std::string_view name) {
  for (const Action action : {Action::insert, Action::update, Action::remove})
    if (action_name(action) == name) return action;
  return std::nullopt;
}

std::optional<JournalEntry> read_entry(Row row) {
  const auto text = [&](std::size_t i) { return std::get<std::string>(row[i]); };
  const auto number = [&](std::size_t i) { return std::get<std::int64_t>(row[i]); };
  const auto maybe = [&](std::size_t i) { return row[i].index() == 0 ? std::nullopt : std::optional(text(i)); };
  const std::optional<Action> action = read_action(text(5));
  const Result<RegionCode> region = RegionCode::parse(text(8));
  if (!action || !region) return std::nullopt;
  return JournalEntry{number(0), {number(1)}, {number(2), text(3), text(4)}, *action, text(6), number(7), *region, maybe(9), maybe(10), text(11)};
}

}  // namespace

JournalHead read_head(Connection& connection, HeadLock lock) {
  std::string sql = "select sequence, batch, entry_hash, seal_hash from journal_head where id = 1";
  // SQLite's writer is alone by its own lock; PostgreSQL's writers, of this process or another, wait here for each other. Sequence numbers
  // are given under this lock and the lock ends with the commit, so a reader that sees an entry sees all before it.
  if (lock == HeadLock::exclusive && connection.kind() == DatabaseKind::postgresql) sql += " for update";
  std::optional<JournalHead> head;
  connection.query(sql, {}, [&](Row row) {
    head = JournalHead{std::get<std::int64_t>(row[0]), std::get<std::int64_t>(row[1]), std::get<std::string>(row[2]), std::get<std::string>(row[3])};
  });
  if (!head) throw StoreDamaged(refuse("store.damaged", {"journal_head"}), "journal_head has no row");
  return *head;
}

void write_head(Connection& connection, const JournalHead& head) {
  const std::vector<Cell> cells{head.sequence, head.batch, head.entry_hash, head.seal_hash};
  connection.run("update journal_head set sequence = $1, batch = $2, entry_hash = $3, seal_hash = $4 where id = 1", cells);
}

void insert_entries(Connection& connection, const std::vector<JournalEntry>& entries) {
  static const std::vector<std::string> columns{"sequence", "at", "account", "door", "request_id", "action", "record", "record_id", "region", "before", "after", "hash"};
  static const RowInserter inserter("journal", columns);
  constexpr std::size_t k_at_once = 128;
  const std::size_t width = columns.size();
  std::vector<Cell> cells(std::min(entries.size(), k_at_once) * width);
  for (std::size_t from = 0; from < entries.size(); from += k_at_once) {
    const std::size_t count = std::min(entries.size() - from, k_at_once);
    for (std::size_t i = 0; i < count; ++i) put_cells(entries[from + i], std::span(cells).subspan(i * width, width));
    // Sent together with the commit: nobody waits for each.
    inserter.each_statement(connection.kind(), Row(cells).first(count * width), [&](const std::string& sql, Row of_statement, std::size_t rows) {
      writers(connection).change(nullptr, sql, of_statement, rows, [](const DuplicateKey&) {});
    });
  }
}

void insert_seal(Connection& connection, const JournalSeal& seal) {
  const std::vector<Cell> cells{seal.batch,         seal.first_sequence, seal.last_sequence, seal.at.milliseconds, seal.algorithm,
                                seal.previous_hash, seal.hash};
  connection.run("insert into journal_seal (batch, first_sequence, last_sequence, at, algorithm, previous_hash, hash) "
                 "values ($1, $2, $3, $4, $5, $6, $7)", cells);
}

/// SQLite takes the index of the record for an equality, whatever else is asked: what has come to a record since a moment ago would have it sort all there
/// has ever been. "+" keeps the record out of the choice (SQLite, query planner, 4), and only the entries since then are walked.
std::string record_column(DatabaseKind kind, const JournalQuery& query) {
  const bool walks_what_came_since = query.after_sequence != 0 && query.record_id == 0 && !query.newest_first;
  return kind == DatabaseKind::sqlite && walks_what_came_since ? "+record" : "record";
}

void add_conditions(Statement& statement, const Scope& scope, const JournalQuery& query) {
  if (!scope.whole_country()) statement.text(" and ");
  if (!scope.whole_country()) add_region(statement, scope);
  // An entry does not say whose record it is about: the owner of some records is shown those whose record was found for it.
  if (scope.owner() && query.record_id == 0) statement.text(" and 1 = 0");
  if (!query.record.empty()) statement.text(" and " + record_column(statement.kind(), query) + " = ").value(query.record);
  if (query.record_id != 0) statement.text(" and record_id = ").value(query.record_id);
  if (query.account) statement.text(" and account = ").value(*query.account);
  if (query.action) statement.text(" and action = ").value(std::string(action_name(*query.action)));
  if (query.from) statement.text(" and at >= ").value(query.from->milliseconds);
  if (query.until) statement.text(" and at < ").value(query.until->milliseconds);
}

void read_entries(Connection& connection, const Scope& scope, const JournalQuery& query, const std::function<void(JournalEntry)>& entry,
                  const std::function<void(std::int64_t sequence)>& damaged) {
  Statement statement(connection.kind(), "select " + std::string(k_entry_columns) + " from journal where sequence > ");
  statement.value(query.after_sequence);
  add_conditions(statement, scope, query);
  if (query.before_sequence != 0) statement.text(" and sequence < ").value(query.before_sequence);
  statement.text(query.newest_first ? " order by sequence desc limit " : " order by sequence limit ").value(query.rows);
  connection.query(statement.sql(), statement.parameters(), [&](Row row) {
    std::optional<JournalEntry> read = read_entry(row);
    if (read)
      entry(std::move(*read));
    else
      damaged(std::get<std::int64_t>(row[0]));
  });
}

std::int64_t count_entries(Connection& connection, const Scope& scope, const JournalQuery& query) {
  // Numbers have no gaps: the last one is the count.
  const bool all = query.record.empty() && query.record_id == 0 && !query.account && !query.action && !query.from && !query.until;
  if (scope.whole_country() && all) return read_head(connection, HeadLock::none).sequence;
  Statement statement(connection.kind(), "select count(*) from journal where sequence > ");
  statement.value(std::int64_t{0});
  add_conditions(statement, scope, query);
  return query_integer(connection, statement.sql(), statement.parameters());
}

std::int64_t last_change(Connection& connection, const std::vector<std::string>& records, std::int64_t after_sequence) {
  std::int64_t last = 0;
  // Asked by sequence alone: were the record a condition, the database might walk all entries of that record there have ever been.
  const std::vector<Cell> parameters{after_sequence};
  connection.query("select sequence, record from journal where sequence > $1 order by sequence", parameters, [&](Row row) {
    if (std::find(records.begin(), records.end(), std::get<std::string>(row[1])) != records.end()) last = std::get<std::int64_t>(row[0]);
  });
  return last;
}

std::vector<JournalSeal> read_seals(Connection& connection, std::int64_t after_batch, std::int64_t rows) {
  std::vector<JournalSeal> seals;
  const std::vector<Cell> parameters{after_batch, rows};
  connection.query("select batch, first_sequence, last_sequence, at, algorithm, previous_hash, hash from journal_seal "
                   "where batch > $1 order by batch limit $2", parameters, [&](Row row) {
    const auto text = [&](std::size_t i) { return std::get<std::string>(row[i]); };
    const auto number = [&](std::size_t i) { return std::get<std::int64_t>(row[i]); };
    seals.push_back({number(0), number(1), number(2), {number(3)}, text(4), text(5), text(6)});
  });
  return seals;
}

}  // namespace laoyou::store
