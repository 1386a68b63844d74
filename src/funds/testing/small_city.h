// A store with the registers and this room, and a few people in it: what the tests of runs work on.
#pragma once

#include <gtest/gtest.h>

#include "accounts/unit.h"
#include "base/random.h"
#include "budgets/room.h"
#include "funds/facts_as_of.h"
#include "funds/keep_run.h"
#include "funds/room.h"
#include "ledger/room.h"
#include "notices/room.h"
#include "plan/stack/library.h"
#include "registry/collections.h"
#include "store/follower.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::funds::testing {

/// A clock that stands until a test moves it.
struct StandingClock : Clock {
  Instant moment = Instant::parse("2025-07-01T02:00:00Z").value();
  Instant now() const override { return moment; }
};

inline std::shared_ptr<const plan::Plan> karamay() {
  static const std::shared_ptr<const plan::Plan> plan = [] {
    plan::LoadedPlan loaded = plan::load_plan("plans/karamay", regions::RegionTree::national());
    EXPECT_TRUE(loaded.refusals.empty());
    return std::make_shared<const plan::Plan>(std::move(loaded.plan));
  }();
  return plan;
}

inline Date day(std::string_view text) { return Date::parse(text).value(); }
inline Period period(std::string_view text) { return Period::parse(text).value(); }
inline RegionCode region(std::string_view text) { return RegionCode::parse(text).value(); }
inline Fen yuan(std::int64_t yuan) { return Fen::create(yuan * 100).value(); }

class SmallCity {
 public:
  /// With what plans add to its registers.
  explicit SmallCity(store::DatabaseKind kind, const std::vector<record::Extension>& added = {}) {
    store::StoreOptions options;
    options.database = kind == store::DatabaseKind::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory_.path() / "laoyou.key";
    std::vector<store::TableDefinition> tables = funds::tables();
    for (collection::Collection& each : registry::collections()) tables.push_back(std::move(each.table));
    for (auto more : {store::content_tables(), ledger::tables(), budgets::tables(), notices::tables()})
      for (store::TableDefinition& table : more) tables.push_back(std::move(table));
    tables.push_back(accounts::units().table);
    tables.push_back(store::follower_table());
    for (const record::Extension& each : added)
      for (store::TableDefinition& table : tables)
        if (table.name == each.record) table.extend(each);
    store_ = store::Store::open(std::move(options), clock_, random_, std::move(tables));
  }

  store::Store& store() { return *store_; }
  StandingClock& clock() { return clock_; }

  void write(const store::Command& command) { ASSERT_TRUE(store_->write(store::Acting::system("test"), command).result()); }
  template <class T>
  T put(T record) {
    write([&](store::Writing& writing) -> Result<void> {
      record.id = writing.new_id<T>();
      writing.insert(record);
      return {};
    });
    return record;
  }
  template <class T>
  void change(Id<T> id, const std::function<void(T&)>& edit) {
    write([&](store::Writing& writing) -> Result<void> {
      T record = *writing.find(store::Scope::country(), id);
      edit(record);
      writing.update(record);
      return {};
    });
  }
  template <class T>
  std::vector<T> all() {
    return store_->read([](store::Snapshot& snapshot) { return snapshot.select<T>(store::Scope::country()); });
  }

  registry::Resident person(std::string name, std::string_view born, std::string_view where = "650203001001") {
    registry::Resident resident;
    resident.region = region(where);
    resident.name = std::move(name);
    resident.born = day(born);
    resident.hukou = region("650203000000");
    return put(resident);
  }

  RunQuestion question(std::string_view of, std::string subsidy = "high_age_allowance") const { return {karamay(), std::move(subsidy), period(of), region("650200000000")}; }

  PreparedRun prepared(std::string_view of, std::int64_t sequence = 0, std::string subsidy = "high_age_allowance") {
    const std::int64_t at = sequence == 0 ? store_->journal_head() : sequence;
    const rules::Facts facts = store_->read([&](store::Snapshot& snapshot) { return facts_as_of(snapshot, at, *karamay()->facts_layout); });
    return prepare_run(*store_, question(of, std::move(subsidy)), facts, at).value();
  }

  /// Claimed, computed and kept.
  SubsidyRun kept(std::string_view of, std::string subsidy = "high_age_allowance") {
    const ClaimedRun claimed = claim_run(*store_, store::Acting::system("test"), question(of, subsidy)).value();
    const PreparedRun prepared_run = prepared(of, 0, subsidy);
    write(keeping(*store_, claimed.run.id, prepared_run));
    return run(claimed.run.id);
  }
  SubsidyRun run(Id<SubsidyRun> id) {
    return *store_->read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id); });
  }

 private:
  store::TemporaryDirectory directory_;
  StandingClock clock_;
  SecureRandom random_;
  std::unique_ptr<store::Store> store_;
};

class ACity : public ::testing::TestWithParam<store::DatabaseKind> {
 protected:
  SmallCity city{GetParam()};
};

inline std::string database_name(const ::testing::TestParamInfo<store::DatabaseKind>& parameter) { return parameter.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; }

}  // namespace laoyou::funds::testing
