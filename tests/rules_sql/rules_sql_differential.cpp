// Random plans over random facts, evaluated row by row and by the queries of both databases: every value and every tally must be the same.
// rules_sql_differential [SEED [SECONDS]]: from the seed on, until the time is over; ends with 1 at the first difference.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "base/check.h"
#include "fact_tables.h"
#include "random_world.h"
#include "rules/rows/evaluate.h"
#include "rules/sql/answer.h"
#include "rules/sql/to_sql.h"
#include "store/testing/postgres_server.h"

namespace laoyou::rules {
namespace {

using record::Cell;

struct Counts {
  std::size_t plans = 0, rules = 0, values = 0, questions = 0, tallies = 0, too_large = 0, longest_bytes = 0;
};

/// One of the two databases; connected anew now and then, since a connection keeps every statement it has prepared.
class Database {
 public:
  explicit Database(const std::string& address) : address_(*store::DatabaseAddress::parse(address)) { renew(); }
  void renew() {
    connection_ = store::connect(address_, store::ConnectionUse::writing);
    if (address_.kind == store::DatabaseKind::postgresql) connection_->execute("set jit = off");
  }
  store::Connection& connection() { return *connection_; }
  SqlDialect dialect() const { return dialect_of(address_.kind); }
  std::string_view name() const { return address_.kind == store::DatabaseKind::sqlite ? "SQLite" : "PostgreSQL"; }

 private:
  store::DatabaseAddress address_;
  std::unique_ptr<store::Connection> connection_;
};

class Differential {
 public:
  Differential(const RandomWorld& world, Database& database, Counts& counts) : world_(world), database_(database), counts_(counts) {
    target_.dialect = database.dialect();
  }

  bool run() {
    for (const int rule : world_.row_rules)
      for (const Question& question : world_.questions)
        if (!rule_agrees(rule, question.period)) return false;
    for (const Question& question : world_.questions)
      for (const bool partitioned : {false, true}) {
        if (question.rules.empty()) continue;
        target_.partition = partitioned ? std::optional(RegionLevel::city) : std::nullopt;
        if (!question_agrees(question)) return false;
      }
    return true;
  }

 private:
  /// The query's text; empty where the database's integers are too small for it.
  std::string taken(const Result<std::string>& sql) {
    if (sql) {
      counts_.longest_bytes = std::max(counts_.longest_bytes, sql->size());
      return *sql;
    }
    CHECK(sql.error().code == "rules.sql_too_large");
    ++counts_.too_large;
    return {};
  }

  template <class Take>
  bool asked(const std::string& sql, const Take& take) {
    try {
      database_.connection().query(sql, {}, take);
      return true;
    } catch (const std::exception& failure) {
      std::cout << database_.name() << " does not take the query: " << failure.what() << "\n" << sql << "\n";
      return false;
    }
  }

  bool rule_agrees(int rule, const Period& period) {
    const std::string sql = taken(rows_to_sql(*world_.book, rule, period, target_));
    if (sql.empty()) return true;
    const Rule& asked_rule = world_.book->rules[static_cast<std::size_t>(rule)];
    const Table& table = world_.facts->tables[static_cast<std::size_t>(asked_rule.record)];
    std::size_t rows = 0, different = 0;
    const bool taken = asked(sql, [&](std::span<const Cell> row) {
      const std::int64_t at = table.find(std::get<std::int64_t>(row[0]));
      CHECK(at >= 0);
      const Value wanted = evaluate_row(*world_.book, *world_.facts, period, rule, static_cast<std::size_t>(at));
      const Value found = read_value(world_.book->schema, *world_.facts, asked_rule.tree->type, row[1]);
      ++rows;
      if (found == wanted || different++ > 3) return;
      std::cout << "row " << std::get<std::int64_t>(row[0]) << ": " << (wanted ? std::to_string(*wanted) : "missing") << ", but "
                << (found ? std::to_string(*found) : "missing") << " in " << database_.name() << "\n";
    });
    ++counts_.rules;
    counts_.values += rows;
    if (taken && different == 0 && rows == table.rows()) return true;
    std::cout << asked_rule.key << ", period " << period.text() << ", " << rows << " of " << table.rows() << " rows\n" << sql << "\n";
    return false;
  }

  bool question_agrees(const Question& question) {
    const std::string sql = taken(totals_to_sql(*world_.book, question, target_));
    if (sql.empty()) return true;
    SqlAnswer reading(*world_.book, question);
    const bool taken = asked(sql, [&](std::span<const Cell> row) { reading.take(row); });
    const Answer wanted = evaluate_by_rows(*world_.book, *world_.facts, question), found = taken ? reading.finish() : Answer();
    ++counts_.questions;
    for (const auto& outcomes : wanted.outcomes)
      for (const Outcome& outcome : outcomes) counts_.tallies += outcome.tallies.size();
    if (taken && found.groups == wanted.groups && found.outcomes == wanted.outcomes) return true;
    std::cout << database_.name() << " differs, period " << question.period.text() << ", rules";
    for (const int rule : question.rules) std::cout << " " << world_.book->rules[static_cast<std::size_t>(rule)].key;
    std::cout << ", groups " << found.groups.size() << " for " << wanted.groups.size() << "\n" << sql << "\n";
    return false;
  }

  const RandomWorld& world_;
  Database& database_;
  Counts& counts_;
  SqlTarget target_;
};

int run(std::uint64_t seed, std::int64_t seconds) {
  const store::TemporaryDirectory directory;
  store::PostgresServer server;
  Database databases[] = {Database("sqlite:" + (directory.path() / "facts.db").string()), Database(server.new_schema())};
  Counts counts;
  Refused refused;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  for (; std::chrono::steady_clock::now() < end; ++seed, ++counts.plans) {
    const RandomWorld world = random_world(seed, refused);
    for (Database& database : databases) {
      if (counts.plans % 20 == 0) database.renew();
      store_facts(database.connection(), world.book->schema, *world.facts);
      if (Differential(world, database, counts).run()) continue;
      std::cout << "seed " << seed << "\n" << plan_text(world.source);
      return 1;
    }
  }
  std::cout << counts.plans << " plans, " << counts.rules << " rules with " << counts.values << " values, " << counts.questions << " questions with " << counts.tallies
            << " tallies on both databases, no difference; " << counts.too_large << " queries refused as too large; the longest has " << counts.longest_bytes
            << " bytes\n";
  return counts.plans > 0 && counts.values > 0 && counts.tallies > 0 ? 0 : 1;
}

}  // namespace
}  // namespace laoyou::rules

int main(int count, char** words) {
  const std::uint64_t seed = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1;
  const std::int64_t seconds = count > 2 ? std::strtoll(words[2], nullptr, 10) : 10;
  return laoyou::rules::run(seed, seconds);
}
