#include <postgresql/libpq-fe.h>

#include <charconv>
#include <unordered_map>

#include "base/check.h"
#include "store/connection.h"
#include "store/failure.h"
#include "store/postgres_failure.h"
#include "store/posting.h"

namespace laoyou::store {
namespace {

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// The parameters of one call as libpq wants them: texts with an end mark, null pointers for NULL.
class Parameters {
 public:
  explicit Parameters(Row cells) : texts_(cells.size()), pointers_(cells.size(), nullptr) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&cells[i])) {
        CHECK(text->find('\0') == std::string::npos);
        pointers_[i] = text->c_str();
      } else if (!std::holds_alternative<std::monostate>(cells[i])) {
        texts_[i] = number_text(cells[i]);
        pointers_[i] = texts_[i].c_str();
      }
    }
  }
  const char* const* pointers() const { return pointers_.data(); }
  int count() const { return static_cast<int>(pointers_.size()); }

 private:
  static std::string number_text(const Cell& cell) {
    char digits[64];
    const auto end = std::holds_alternative<double>(cell) ? std::to_chars(digits, digits + sizeof digits, std::get<double>(cell)).ptr
                                                          : std::to_chars(digits, digits + sizeof digits, std::get<std::int64_t>(cell)).ptr;
    return {digits, end};
  }

  std::vector<std::string> texts_;
  std::vector<const char*> pointers_;
};

// Type numbers of PostgreSQL's catalogue (src/include/catalog/pg_type.dat).
constexpr Oid k_int8 = 20, k_int2 = 21, k_int4 = 23, k_float4 = 700, k_float8 = 701;

Cell cell_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column)) return {};
  const std::string_view text(PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column)));
  const auto number = [&](auto value) -> Cell {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    CHECK(read.ec == std::errc{} && read.ptr == text.data() + text.size());
    return value;
  };
  switch (PQftype(result, column)) {
    case k_int8:
    case k_int2:
    case k_int4:
      return number(std::int64_t{});
    case k_float4:
    case k_float8:
      return number(double{});
    default:
      return std::string(text);
  }
}

class PostgresConnection final : public Connection, public Posting {
 public:
  PostgresConnection(const DatabaseAddress& address, ConnectionUse use);
  DatabaseKind kind() const override { return DatabaseKind::postgresql; }
  void execute(const std::string& statements) override;
  std::int64_t run(const std::string& sql, Row parameters) override;
  void query(const std::string& sql, Row parameters, const RowVisitor& visit) override;
  void commit() override;
  void rollback() noexcept override;
  bool transaction_sound() const override { return PQtransactionStatus(connection_.get()) == PQTRANS_INTRANS; }
  bool usable() const override { return !broken_ && PQstatus(connection_.get()) == CONNECTION_OK; }

  void post_change(const std::string& sql, Row parameters, std::int64_t rows, OnDuplicate on_duplicate) override { send(sql, parameters, {sql, rows, std::move(on_duplicate)}); }
  void post(const std::string& sql) override { send(sql, {}, {sql, -1, {}}); }
  void drop_answers() override;

 private:
  /// A statement that was sent and whose answer is still to come.
  struct Posted {
    std::string sql;
    std::int64_t rows = -1;  ///< that it must change; negative: any number
    OnDuplicate on_duplicate;
  };
  Answer call(const std::string& sql, Row parameters);
  Answer checked(PGresult* result, std::string_view doing);
  const std::string& prepared(const std::string& sql);
  void send(const std::string& sql, Row parameters, Posted posted);
  void send(const std::string& name, const Parameters& texts, std::string_view doing);
  Answer take_answer();
  Answer take_answers(bool asked, std::vector<std::pair<Posted, Answer>>& answers);
  Answer settle(bool asked, std::string_view doing);
  void look_at(const Posted& posted, const Answer& answer);

  std::unique_ptr<PGconn, CloseConnection> connection_;
  std::vector<Posted> posted_;  // while there are some the connection is in pipeline mode
  bool broken_ = false;
  std::unordered_map<std::string, std::string> statement_names_;
};

PostgresConnection::PostgresConnection(const DatabaseAddress& address, ConnectionUse use) {
  // The URL's own words come last and win. A server that has vanished is noticed within seconds, not after the kernel's quarter of an hour.
  const char* const keywords[] = {"connect_timeout", "tcp_user_timeout", "keepalives_idle", "application_name", "client_encoding", "dbname", nullptr};
  const char* const values[] = {"5", "10000", "10", "laoyou", "UTF8", address.location.c_str(), nullptr};
  connection_.reset(PQconnectdbParams(keywords, values, 1));
  if (!connection_) throw std::bad_alloc();
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw StoreUnavailable(refuse("store.gone"), std::string("connect: ") + PQerrorMessage(connection_.get()));
  PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
  execute("set synchronous_commit = on; set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '10min'; "
          "set standard_conforming_strings = on; set jit = off");
  // A plan made once for all values of a list takes the index of the region beside any other, and reads a whole city of it for one name.
  if (use == ConnectionUse::reading) execute("set default_transaction_read_only = on; set plan_cache_mode = force_custom_plan");
  // A command looks rows up. A plan that was made while a table was all but empty would go through the whole of it ever after; and plans that are kept for
  // small answers are never worth compiling.
  if (use == ConnectionUse::writing) execute("set enable_seqscan = off; set jit = off");
}

std::int64_t changed_rows(const Answer& answer) {
  const std::string_view count = PQcmdTuples(answer.get());
  std::int64_t rows = 0;
  std::from_chars(count.data(), count.data() + count.size(), rows);
  return rows;
}

bool succeeded(const Answer& answer) {
  const ExecStatusType status = PQresultStatus(answer.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

void PostgresConnection::send(const std::string& sql, Row parameters, Posted posted) {
  // Few enough that the server never waits for us to read its answers while we wait for it to read our statements.
  constexpr std::size_t k_posted_max = 128;
  if (posted_.size() >= k_posted_max) settle(false, sql);
  const Parameters texts(parameters);
  const std::string& name = prepared(sql);
  if (posted_.empty() && PQenterPipelineMode(connection_.get()) != 1) throw_postgres_failure(connection_.get(), nullptr, sql);
  posted_.push_back(std::move(posted));
  send(name, texts, sql);
}

void PostgresConnection::send(const std::string& name, const Parameters& texts, std::string_view doing) {
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), texts.count(), texts.pointers(), nullptr, nullptr, 0) != 1) throw_postgres_failure(connection_.get(), nullptr, doing);
}

/// One statement's answer, and the mark behind it.
Answer PostgresConnection::take_answer() {
  Answer answer(PQgetResult(connection_.get()));
  if (answer) Answer(PQgetResult(connection_.get()));
  return answer;
}

/// The answers of all that was posted, and of what was asked behind it; the connection is as it was before.
Answer PostgresConnection::take_answers(bool asked, std::vector<std::pair<Posted, Answer>>& answers) {
  std::vector<Posted> posted = std::exchange(posted_, {});
  broken_ = PQpipelineSync(connection_.get()) != 1;
  for (Posted& each : posted) answers.emplace_back(std::move(each), take_answer());
  Answer last = asked ? take_answer() : Answer();
  const Answer synchronised(PQgetResult(connection_.get()));
  broken_ = broken_ || PQresultStatus(synchronised.get()) != PGRES_PIPELINE_SYNC || PQexitPipelineMode(connection_.get()) != 1;
  return last;
}

void PostgresConnection::look_at(const Posted& posted, const Answer& answer) {
  if (succeeded(answer)) {
    CHECK(posted.rows < 0 || changed_rows(answer) == posted.rows);
    return;
  }
  try {
    throw_postgres_failure(connection_.get(), answer.get(), posted.sql);
  } catch (const DuplicateKey& duplicate) {
    if (posted.on_duplicate) posted.on_duplicate(duplicate);
    throw;
  }
}

/// Takes in what was posted, and the answer of what was asked; throws for the first that failed.
Answer PostgresConnection::settle(bool asked, std::string_view doing) {
  if (posted_.empty()) return {};
  std::vector<std::pair<Posted, Answer>> answers;
  Answer last = take_answers(asked, answers);
  for (const auto& [posted, answer] : answers) look_at(posted, answer);
  return asked ? checked(last.release(), doing) : Answer();
}

void PostgresConnection::drop_answers() {
  if (posted_.empty()) return;
  std::vector<std::pair<Posted, Answer>> answers;
  take_answers(false, answers);
  if (!usable()) throw_postgres_failure(connection_.get(), nullptr, "pipeline");
}

Answer PostgresConnection::checked(PGresult* result, std::string_view doing) {
  Answer answer(result);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
    throw_postgres_failure(connection_.get(), result, doing);
  return answer;
}

void PostgresConnection::execute(const std::string& statements) {
  settle(false, statements);
  checked(PQexec(connection_.get(), statements.c_str()), statements);
}

const std::string& PostgresConnection::prepared(const std::string& sql) {
  const auto found = statement_names_.find(sql);
  if (found != statement_names_.end()) return found->second;
  // As on SQLite: queries with lists of varying length must not fill the server's memory.
  constexpr std::size_t k_statements_max = 1000;
  settle(false, sql);
  if (statement_names_.size() >= k_statements_max) {
    execute("deallocate all");
    statement_names_.clear();
  }
  const std::string name = "s" + std::to_string(statement_names_.size());
  checked(PQprepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr), sql);
  return statement_names_.emplace(sql, name).first->second;
}

Answer PostgresConnection::call(const std::string& sql, Row parameters) {
  const Parameters texts(parameters);
  const std::string& name = prepared(sql);
  if (!posted_.empty()) {
    send(name, texts, sql);
    return settle(true, sql);
  }
  return checked(PQexecPrepared(connection_.get(), name.c_str(), texts.count(), texts.pointers(), nullptr, nullptr, 0), sql);
}

std::int64_t PostgresConnection::run(const std::string& sql, Row parameters) { return changed_rows(call(sql, parameters)); }

void PostgresConnection::query(const std::string& sql, Row parameters, const RowVisitor& visit) {
  const Answer answer = call(sql, parameters);
  std::vector<Cell> cells(static_cast<std::size_t>(PQnfields(answer.get())));
  for (int row = 0; row < PQntuples(answer.get()); ++row) {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cell_of(answer.get(), row, static_cast<int>(i));
    visit(cells);
  }
}

void PostgresConnection::commit() {
  settle(false, "commit");
  const Answer answer = checked(PQexec(connection_.get(), "commit"), "commit");
  // A transaction that failed before is undone by its commit, and only the answer's tag says so.
  CHECK(std::string_view(PQcmdStatus(answer.get())) == "COMMIT");
}

void PostgresConnection::rollback() noexcept {
  try {
    drop_answers();
  } catch (const std::exception&) {
    broken_ = true;
  }
  if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  PQclear(PQexec(connection_.get(), "rollback"));
}

}  // namespace

std::unique_ptr<Connection> connect_postgres(const DatabaseAddress& address, ConnectionUse use) {
  return std::make_unique<PostgresConnection>(address, use);
}

}  // namespace laoyou::store
