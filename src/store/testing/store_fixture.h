// The same promises on both databases: a test of this fixture runs once on SQLite and once on PostgreSQL.
#pragma once

#include <gtest/gtest.h>

#include "base/random.h"
#include "store/store.h"
#include "store/testing/postgres_server.h"
#include "store/testing/resident.h"

namespace laoyou::store {

class OnBothDatabases : public testing::TestWithParam<DatabaseKind> {
 protected:
  OnBothDatabases() {
    describe_test_records();
    options.database = GetParam() == DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string()
                                                          : PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "keys" / "laoyou.key";
    options.readers = 2;
  }

  static std::vector<TableDefinition> tables() { return {table<Resident>({indexed({"name"}), unique({"phone"})})}; }
  /// Time passes between one opening and the next, so that ids stay new.
  std::unique_ptr<Store> open() {
    clock.advance_milliseconds(1000);
    return Store::open(options, clock, random, tables());
  }

  /// A connection past the store, for looking at what is stored and for tampering with it.
  std::unique_ptr<Connection> behind() { return connect(*DatabaseAddress::parse(options.database), ConnectionUse::writing); }

  static RegionCode region(std::string_view code) { return *RegionCode::parse(code); }
  static Resident resident(Store& store, std::string_view region_code, const std::string& name, const std::string& phone) {
    Resident made;
    made.id = {store.new_id()};
    made.region = region(region_code);
    made.name = name;
    made.phone = phone;
    return made;
  }
  static WriteOutcome insert(Store& store, const Resident& resident) {
    return store.write(actor(), [&](Writing& writing) -> Result<void> {
      writing.insert(resident);
      return {};
    });
  }
  static Actor actor() { return {7, "web", "request-1"}; }
  static std::vector<Resident> all(Store& store, const Scope& scope = Scope::country(), const Filter& filter = {}) {
    return store.read([&](Snapshot& snapshot) { return snapshot.select<Resident>(scope, filter); });
  }

  TemporaryDirectory directory;
  ManualClock clock{Instant{1'795'000'000'000}};
  SecureRandom random;
  StoreOptions options;
};

inline std::string database_name(const testing::TestParamInfo<DatabaseKind>& parameter) {
  return parameter.param == DatabaseKind::sqlite ? "sqlite" : "postgresql";
}

}  // namespace laoyou::store

#define RUN_ON_BOTH_DATABASES(Suite) \
  INSTANTIATE_TEST_SUITE_P(Store, Suite, testing::Values(DatabaseKind::sqlite, DatabaseKind::postgresql), database_name)
