#include "registry/follow_child_health.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "registry/child_health_event.h"
#include "registry/collections.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::registry {
namespace {

class ChildHealthEvents : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  ChildHealthEvents() {
    store::StoreOptions options;
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
    std::vector<store::TableDefinition> tables;
    for (collection::Collection& each : collections()) tables.push_back(std::move(each.table));
    tables.push_back(store::follower_table());
    store_ = store::Store::open(std::move(options), clock, random, std::move(tables));
    follower = std::make_unique<store::Follower>(*store_);
    follow_child_health(*follower);
    follower->start();
    child.region = RegionCode::parse("650203001001").value();
    child.name = "王拟小";
    child.born = Date::parse("2025-02-01").value();
    child.child_health.eyes_checked = false;
    child = put(child);
  }
  template <class T>
  T put(T record) {
    EXPECT_TRUE(write([&](store::Writing& writing) {
      record.id = writing.new_id<T>();
      writing.insert(record);
    }));
    return record;
  }
  bool write(const std::function<void(store::Writing&)>& work) {
    const auto outcome = store_->write(store::Acting::system("test"), [&](store::Writing& writing) -> Result<void> {
      work(writing);
      return {};
    });
    return outcome.done() && follower->wait_for(outcome.journal_sequence, std::chrono::seconds(60));
  }
  ChildHealthEvent event(ChildHealthKind kind) {
    ChildHealthEvent made;
    made.region = child.region;
    made.resident = child.id;
    made.kind = kind;
    made.day = Date::parse("2025-02-08").value();
    return put(made);
  }
  ChildHealth health() {
    return store_->read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), child.id); }).value().child_health;
  }

  store::TemporaryDirectory directory;
  SystemClock clock;
  SecureRandom random;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Follower> follower;
  Resident child;
};
INSTANTIATE_TEST_SUITE_P(Registry, ChildHealthEvents, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql));

}  // namespace

TEST_P(ChildHealthEvents, MarkTheChildWhileThereIsOneOfTheirKind) {
  const ChildHealthEvent first = event(ChildHealthKind::newborn_visit), second = event(ChildHealthKind::newborn_visit);
  EXPECT_EQ(health().newborn_visited, true);
  ASSERT_TRUE(write([&](store::Writing& writing) { writing.remove(first.id); }));
  EXPECT_EQ(health().newborn_visited, true);
  ASSERT_TRUE(write([&](store::Writing& writing) { writing.remove(second.id); }));
  EXPECT_FALSE(health().newborn_visited) << "unknown is not the same as no";
  EXPECT_EQ(health().eyes_checked, false) << "no event ever spoke of it";
}

TEST_P(ChildHealthEvents, OfAnotherKindAfterAChangeMarkTheOtherAlone) {
  ChildHealthEvent made = event(ChildHealthKind::vaccination);
  ASSERT_TRUE(write([&](store::Writing& writing) {
    ChildHealthEvent now = writing.find(store::Scope::country(), made.id).value();
    now.kind = ChildHealthKind::eye_check;
    writing.update(now);
  }));
  EXPECT_FALSE(health().vaccinated);
  EXPECT_EQ(health().eyes_checked, true);
}

}  // namespace laoyou::registry
