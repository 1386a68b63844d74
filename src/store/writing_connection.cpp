#include "store/writing_connection.h"

#include "base/check.h"

namespace laoyou::store {
namespace {

KnownRowPtr read_row(Connection& connection, const Table& table, std::int64_t id) {
  KnownRowPtr read;
  const std::vector<Cell> parameters{id};
  connection.query(table.select_sql() + " where id = $1", parameters, [&](Row row) { read = std::make_shared<const KnownRow>(std::vector<Cell>(row.begin(), row.end())); });
  return read;
}

}  // namespace

const std::vector<Cell>& KnownRow::plain(const StoreContents& contents, const Table& table) const {
  if (plain_.empty()) plain_ = contents.codec.plain(table, stored_);
  return plain_;
}

WritingConnection::WritingConnection(std::unique_ptr<Connection> inner) : inner_(std::move(inner)), posting_(dynamic_cast<Posting*>(inner_.get())) {}

void WritingConnection::execute(const std::string& statements) {
  forget();
  inner_->execute(statements);
}

void WritingConnection::commit() {
  forget();
  inner_->commit();
}

void WritingConnection::rollback() noexcept {
  forget();
  inner_->rollback();
}

KnownRowPtr WritingConnection::row(const Table& table, std::int64_t id) {
  const auto found = rows_.find({&table, id});
  if (found != rows_.end()) return found->second;
  KnownRowPtr read = read_row(*inner_, table, id);
  if (!read) return read;
  make_room();
  return rows_.emplace(Key{&table, id}, std::move(read)).first->second;
}

KnownRowPtr WritingConnection::keep(const Table& table, Row stored) {
  const Key key{&table, std::get<std::int64_t>(stored[table.id_position()])};
  const auto found = rows_.find(key);
  if (found != rows_.end()) return found->second;
  make_room();
  return rows_.emplace(key, std::make_shared<const KnownRow>(std::vector<Cell>(stored.begin(), stored.end()))).first->second;
}

void WritingConnection::make_room() {
  // A command may go through a whole register row by row.
  constexpr std::size_t k_rows_max = 4'096;
  if (rows_.size() >= k_rows_max) rows_.clear();
}

void WritingConnection::remember(const Table& table, std::int64_t id, std::vector<Cell> stored) {
  const Key key{&table, id};
  if (stored.empty()) return static_cast<void>(rows_.erase(key));
  make_room();
  rows_[key] = std::make_shared<const KnownRow>(std::move(stored));
}

void WritingConnection::forget() {
  ++changes_;
  rows_.clear();
  answers_.clear();
  answers_kept_ = 0;
}

KnownRowsPtr WritingConnection::answer(const Table& table, const std::string& question) const {
  const auto of_table = answers_.find(&table);
  if (of_table == answers_.end()) return nullptr;
  const auto found = of_table->second.find(question);
  return found == of_table->second.end() ? nullptr : found->second;
}

void WritingConnection::remember_answer(const Table& table, std::string question, KnownRows rows, std::uint64_t changes_before) {
  if (changes_before != changes_) return;
  // Most questions are about one case or person and are never put again; those that are stand near each other.
  constexpr std::size_t k_answers_max = 512;
  if (++answers_kept_ > k_answers_max) {
    answers_.clear();
    answers_kept_ = 1;
  }
  answers_[&table].insert_or_assign(std::move(question), std::make_shared<const KnownRows>(std::move(rows)));
}

void WritingConnection::change(const Table* table, const std::string& sql, Row parameters, std::size_t rows, const Posting::OnDuplicate& on_duplicate) {
  ++changes_;
  if (table != nullptr) answers_.erase(table);
  if (posting_ != nullptr && !EachChangeAnswered::wanted()) return posting_->post_change(sql, parameters, static_cast<std::int64_t>(rows), on_duplicate);
  try {
    CHECK(inner_->run(sql, parameters) == static_cast<std::int64_t>(rows));
  } catch (const DuplicateKey& duplicate) {
    on_duplicate(duplicate);
    throw;
  }
}

const RowInserter& WritingConnection::inserter(const Table& table) {
  const auto found = inserters_.find(&table);
  if (found != inserters_.end()) return found->second;
  std::vector<std::string> names;
  for (const StoredColumn& column : table.columns()) names.push_back(column.name);
  return inserters_.emplace(&table, RowInserter(table.name(), std::move(names))).first->second;
}

void WritingConnection::begin_command() {
  if (posting_ != nullptr)
    posting_->post("savepoint command");
  else
    inner_->run("savepoint command");
}

void WritingConnection::keep_command() { inner_->run("release savepoint command"); }

void WritingConnection::undo_command() {
  forget();
  if (posting_ != nullptr) posting_->drop_answers();
  inner_->run("rollback to savepoint command");
  inner_->run("release savepoint command");
}

const std::vector<DatedBy>& WritingConnection::dated_of(const Catalog& catalog, const Table& table) {
  const auto found = dated_.find(&table);
  return found != dated_.end() ? found->second : dated_.emplace(&table, catalog.dated_of(table.name())).first->second;
}

const std::vector<Referrer>& WritingConnection::referrers(const Catalog& catalog, const Table& table) {
  const auto found = referrers_.find(&table);
  return found != referrers_.end() ? found->second : referrers_.emplace(&table, catalog.referrers(table.name())).first->second;
}

WritingConnection& writers(Connection& connection) {
  WritingConnection* writer = WritingConnection::of(connection);
  CHECK(writer != nullptr);
  return *writer;
}

std::optional<std::int64_t> only_id(const Filter& filter) {
  if (filter.conditions().size() != 1 || filter.as_of_day() || filter.page_start() || filter.offset() != 0 || filter.rows() == 0) return std::nullopt;
  const Condition& condition = filter.conditions().front();
  if (condition.comparison != Comparison::equal || condition.columns != std::vector<std::string>{"id"}) return std::nullopt;
  const auto* id = std::get_if<std::int64_t>(&condition.values.front());
  return id == nullptr ? std::nullopt : std::optional(*id);
}

}  // namespace laoyou::store
