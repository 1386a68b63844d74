// The same operations leave the same ledger, on whichever database, by however many servers.
#include <thread>

#include "ledger/testing/ledger_fixture.h"
#include "ledger/testing/seeded_operations.h"

namespace laoyou::ledger {
namespace {

class ALedgerAnywhere : public testing::Test {
 protected:
  ALedgerAnywhere() { store::describe_test_records(); }
  std::unique_ptr<store::Store> open(const std::string& database, int node = 0) {
    store::StoreOptions options;
    options.database = database;
    options.key_file = directory.path() / (std::to_string(node) + "laoyou.key");
    if (node > 0) options.key_file = directory.path() / "shared.key";
    options.node = node;
    return store::Store::open(options, clock, random, ledger::tables());
  }
  store::TemporaryDirectory directory;
  ManualClock clock{Instant{1'795'000'000'000}};
  SecureRandom random;
};

TEST_F(ALedgerAnywhere, has_the_same_hash_after_the_same_operations_on_both_databases) {
  std::vector<Head> heads;
  for (const std::string& database : {"sqlite:" + (directory.path() / "laoyou.db").string(), store::PostgresServer::shared().new_schema()}) {
    const auto store = open(database);
    Ledger ledger;
    SeededOperations operations(*store, ledger, 7, 6);
    for (int i = 0; i < 40; ++i) operations.post_batch(50);
    const LedgerCheck found = verify(*store);
    EXPECT_TRUE(found.sound());
    EXPECT_GT(found.transfers, 1000);
    EXPECT_EQ(found.sum.at(Unit::fen), 0);
    heads.push_back(found.head);
    std::filesystem::remove(directory.path() / "0laoyou.key");
  }
  EXPECT_EQ(heads[0], heads[1]);
}

TEST_F(ALedgerAnywhere, stays_one_ledger_when_two_servers_post_at_once) {
  const std::string database = store::PostgresServer::shared().new_schema();
  const auto one = open(database, 1), two = open(database, 2);
  Ledger first, second;
  const auto work = [](store::Store& store, Ledger& ledger, int seed) {
    SeededOperations operations(store, ledger, static_cast<std::uint64_t>(seed), 4, "server" + std::to_string(seed));
    for (int i = 0; i < 60; ++i) operations.post_batch(5);
  };
  std::thread beside([&] { work(*two, second, 2); });
  work(*one, first, 1);
  beside.join();
  const LedgerCheck found = verify(*one);
  EXPECT_TRUE(found.sound());
  EXPECT_GT(found.transfers, 200);
  EXPECT_TRUE(one->verify().intact());
}

}  // namespace
}  // namespace laoyou::ledger
