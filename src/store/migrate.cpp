#include "store/migrate.h"

#include <set>

#include "store/claims.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

constexpr std::string_view k_store_prefix = "store: ";

bool has_table(Connection& connection, const std::string& name) {
  const std::vector<Cell> parameters{name};
  return query_integer(connection,
                       connection.kind() == DatabaseKind::sqlite
                           ? "select count(*) from sqlite_master where type = 'table' and name = $1"
                           : "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = $1",
                       parameters) > 0;
}

void create_schema_table(Connection& connection) {
  if (has_table(connection, "laoyou_schema")) return;
  if (!database_empty(connection)) throw StoreDamaged(refuse("store.foreign"), "the database holds tables of another program");
  const bool sqlite = connection.kind() == DatabaseKind::sqlite;
  connection.execute(std::string("create table laoyou_schema (number ") + (sqlite ? "integer" : "bigint") + " primary key, name text not null, applied_at " +
                     (sqlite ? "integer" : "bigint") + " not null)");
}

std::set<std::string> applied_names(Connection& connection) {
  std::set<std::string> names;
  connection.query("select name from laoyou_schema", {}, [&](Row row) { names.insert(std::get<std::string>(row[0])); });
  return names;
}

void apply(Connection& connection, const std::string& step, const Clock& clock, const std::function<void()>& work) {
  try {
    connection.execute("begin");
    work();
    const std::vector<Cell> row{schema_number(connection) + 1, step, clock.now().milliseconds};
    connection.run("insert into laoyou_schema (number, name, applied_at) values ($1, $2, $3)", row);
    connection.commit();
  } catch (...) {
    connection.rollback();
    throw;
  }
}

void apply(Connection& connection, const Migration& step, const Clock& clock) {
  apply(connection, step.name, clock, [&] { connection.execute(step.statements); });
}

void apply_store_steps(Connection& connection, const Clock& clock) {
  const std::set<std::string> applied = applied_names(connection);
  std::set<std::string> known;
  for (const Migration& step : store_migrations(connection.kind())) {
    known.insert(step.name);
    if (!applied.contains(step.name)) apply(connection, step, clock);
  }
  for (const std::string& name : applied)
    if (name.starts_with(k_store_prefix) && !known.contains(name))
      throw StoreDamaged(refuse("store.newer", {name}), "step '" + name + "' is unknown to this program");
}

/// PostgreSQL: one program at a time shapes the database. SQLite: the directory lock has seen to that.
class ShapingLock {
 public:
  explicit ShapingLock(Connection& connection) : connection_(connection) { call("select pg_advisory_lock(7023074853)"); }
  ~ShapingLock() {
    try {
      call("select pg_advisory_unlock(7023074853)");
    } catch (...) {  // the lock ends with its connection
    }
  }

 private:
  void call(const char* sql) {
    if (connection_.kind() == DatabaseKind::postgresql) connection_.execute(sql);
  }
  Connection& connection_;
};

}  // namespace

std::int64_t schema_number(Connection& connection) { return query_integer(connection, "select max(number) from laoyou_schema"); }

bool database_empty(Connection& connection) {
  return query_integer(connection, connection.kind() == DatabaseKind::sqlite
                                       ? "select count(*) from sqlite_master"
                                       : "select count(*) from information_schema.tables where table_schema = current_schema()") == 0;
}

void migrate(Connection& connection, const Catalog& catalog, const Clock& clock, const Progress& progress) {
  const ShapingLock alone(connection);
  create_schema_table(connection);
  apply_store_steps(connection, clock);
  refuse_lost_parts(connection, catalog);
  std::int64_t done = 0;
  for (const auto& [name, table] : catalog.tables()) {
    for (const Migration& step : table_migrations(connection, table)) apply(connection, step, clock);
    report(progress, ++done, static_cast<std::int64_t>(catalog.tables().size()));
  }
}

void apply_once(Connection& connection, const std::string& step, const Clock& clock, const std::function<void()>& work) {
  const ShapingLock lock(connection);
  if (!applied_names(connection).contains(step)) apply(connection, step, clock, work);
}

}  // namespace laoyou::store
