#include "store/late_indexes.h"

#include <gmock/gmock.h>

#include <map>

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class LateIndexesOf : public OnBothDatabases {
 protected:
  /// Each index with the statement that makes it.
  std::map<std::string, std::string> indexes() {
    std::map<std::string, std::string> found;
    behind()->query(GetParam() == DatabaseKind::sqlite ? "select name, sql from sqlite_master where type = 'index' and sql is not null"
                                                       : "select indexname::text, indexdef from pg_indexes where schemaname = current_schema()",
                    {}, [&](Row row) { found[std::get<std::string>(row[0])] = std::get<std::string>(row[1]); });
    return found;
  }
  std::vector<Resident> some_residents(Store& store) {
    std::vector<Resident> made;
    for (int i = 0; i < 50; ++i) made.push_back(resident(store, i % 2 == 0 ? "650203001001" : "650204001001", "人" + std::to_string(i), std::to_string(13'900'000'000 + i * 7919 % 50)));
    return made;
  }
  void fill(Store& store, const std::vector<Resident>& residents) {
    for (const Resident& each : residents) ASSERT_TRUE(insert(store, each).done());
  }
};
RUN_ON_BOTH_DATABASES(LateIndexesOf);

}  // namespace

TEST_P(LateIndexesOf, AFillLeavesTheSameRowsTheSameIndexesAndASoundJournal) {
  auto store = open();
  const auto before = indexes();
  const std::vector<Resident> residents = some_residents(*store);
  LateIndexes late(*store, {"test_resident"});
  fill(*store, residents);
  if (GetParam() == DatabaseKind::sqlite) { EXPECT_LT(indexes().size(), before.size()); }
  late.make();
  EXPECT_EQ(indexes(), before);
  std::map<std::int64_t, Resident> stored;
  for (const Resident& each : all(*store)) stored[each.id.number] = each;
  ASSERT_EQ(stored.size(), residents.size());
  for (const Resident& each : residents) EXPECT_EQ(stored[each.id.number].phone, each.phone);
  EXPECT_EQ(all(*store, Scope::country(), Filter().equals("name", "人7")).size(), 1u);
  EXPECT_EQ(all(*store, Scope(region("650203000000"))).size(), 25u);
  EXPECT_TRUE(store->verify().intact());
  EXPECT_EQ(insert(*store, resident(*store, "650203001001", "另一人", residents[3].phone)).refusal->code, "store.duplicate") << "what is unique is so again";
}

TEST_P(LateIndexesOf, AProgramThatEndsBeforeFindsThemMadeWhenItOpensAgain) {
  std::map<std::string, std::string> before;
  {
    auto store = open();
    before = indexes();
    LateIndexes late(*store, {"test_resident"});
    fill(*store, some_residents(*store));
  }
  EXPECT_EQ(all(*open()).size(), 50u);
  EXPECT_EQ(indexes(), before);
}

TEST_P(LateIndexesOf, ATableThatHoldsRowsKeepsItsIndexes) {
  auto store = open();
  const auto before = indexes();
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "先来的", "13900000000")).done());
  LateIndexes late(*store, {"test_resident"});
  EXPECT_EQ(indexes(), before);
  late.make();
  EXPECT_EQ(indexes(), before);
}

}  // namespace laoyou::store
