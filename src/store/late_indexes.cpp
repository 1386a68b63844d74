#include "store/late_indexes.h"

#include <algorithm>

#include "store/refused_change.h"
#include "store/schema.h"

namespace laoyou::store {
namespace {

bool is_empty(Connection& connection, const Table& table) { return query_integer(connection, "select count(*) from (select 1 from " + identifier(table.name()) + " limit 1)") == 0; }

/// The last dated value is looked for with each row that is written.
bool finds_dated_values(const Table& table, const Index& index) {
  const auto& dated = table.definition().dated;
  return std::any_of(dated.begin(), dated.end(), [&](const DatedValue& each) { return each.reference == index.columns.front(); });
}

}  // namespace

LateIndexes::LateIndexes(Store& store, const std::vector<std::string>& records) {
  if (store.address().kind != DatabaseKind::sqlite) return;
  connection_ = connect(store.address(), ConnectionUse::writing);
  // Sorting takes files, not memory: what is sorted may be more than the machine has.
  connection_->execute("pragma temp_store=file; pragma cache_size=-64000");
  connection_->execute("begin immediate");
  for (const std::string& record : records)
    if (const Table& table = store.tables().table(record); is_empty(*connection_, table)) take_away(table);
  connection_->commit();
}

void LateIndexes::take_away(const Table& table) {
  tables_.push_back(&table);
  std::vector<Index> indexes = table.definition().indexes;
  indexes.push_back(indexed({"region", "id"}));
  for (const Index& index : indexes)
    if (!finds_dated_values(table, index)) connection_->execute("drop index if exists " + identifier(index_name(table, index)));
}

void LateIndexes::make() {
  for (const Table* table : tables_) {
    connection_->execute("begin immediate");
    try {
      for (const Migration& step : table_migrations(*connection_, *table)) connection_->execute(step.statements);
      connection_->commit();
    } catch (...) {
      connection_->rollback();
      throw;
    }
  }
  tables_.clear();
}

}  // namespace laoyou::store
