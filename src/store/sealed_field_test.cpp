#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ASealedField : public OnBothDatabases {
 protected:
  std::string stored(const std::string& column, Id<Resident> id) {
    std::string text;
    const std::vector<Cell> parameters{id.number};
    behind()->query("select " + column + " from test_resident where id = $1", parameters, [&](Row row) { text = std::get<std::string>(row[0]); });
    return text;
  }
};
RUN_ON_BOTH_DATABASES(ASealedField);

TEST_P(ASealedField, stands_in_clear_neither_in_its_table_nor_in_the_journal) {
  const auto store = open();
  Resident sealed = resident(*store, "650203001001", "张三", "13812345678");
  sealed.scale_sum = 987654321;
  ASSERT_TRUE(insert(*store, sealed).done());
  EXPECT_EQ(stored("phone", sealed.id).find("13812345678"), std::string::npos);
  EXPECT_EQ(stored("scale_sum", sealed.id).find("987654321"), std::string::npos);
  const auto entries = store->read([](Snapshot& snapshot) { return snapshot.journal(Scope::country(), {}); });
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].after->find("13812345678"), std::string::npos);
  EXPECT_NE(entries[0].after->find("张三"), std::string::npos);
  const Resident opened = store->read([&](Snapshot& snapshot) { return snapshot.record_of<Resident>(*entries[0].after); });
  EXPECT_EQ(opened.phone, "13812345678");
  EXPECT_EQ(opened.scale_sum, 987654321);
}

TEST_P(ASealedField, is_found_by_equality) {
  const auto store = open();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", std::to_string(i))).done());
  EXPECT_EQ(all(*store, Scope::country(), Filter().equals("phone", "3")).size(), 1u);
  EXPECT_EQ(all(*store, Scope::country(), Filter().one_of("phone", std::vector<std::string>{"1", "4", "9"})).size(), 2u);
  EXPECT_EQ(all(*store, Scope::country(), Filter().is_absent("scale_sum")).size(), 5u);
  EXPECT_THROW(all(*store, Scope::country(), Filter().prefix("phone", "1")), BrokenInvariant);
  EXPECT_THROW(all(*store, Scope::country(), Filter().order_by("phone")), BrokenInvariant);
}

TEST_P(ASealedField, does_not_open_in_another_row) {
  const auto store = open();
  const Resident one = resident(*store, "650203001001", "张三", "1");
  const Resident two = resident(*store, "650203001001", "李四", "2");
  ASSERT_TRUE(insert(*store, one).done());
  ASSERT_TRUE(insert(*store, two).done());
  const std::vector<Cell> parameters{stored("phone", one.id), two.id.number};
  behind()->run("update test_resident set phone = $1 where id = $2", parameters);
  EXPECT_THROW(all(*store), record::DamagedCell);
}

TEST_P(ASealedField, that_did_not_change_leaves_no_trace_in_the_journal) {
  const auto store = open();
  const Resident same = resident(*store, "650203001001", "张三", "1");
  ASSERT_TRUE(insert(*store, same).done());
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.update(same); return {}; }).done());
  EXPECT_EQ(store->journal_head(), 1);
}

TEST_P(ASealedField, needs_the_key_it_was_sealed_with) {
  open();
  const auto code = [&] {
    try {
      open();
      return std::string();
    } catch (const StoreDamaged& damaged) {
      return damaged.code();
    }
  };
  std::filesystem::remove(options.key_file);
  EXPECT_EQ(code(), "store.key_missing");
  create_key_file(options.key_file, random);
  EXPECT_EQ(code(), "store.key_wrong");
}

TEST_P(ASealedField, is_sealed_by_the_national_algorithms_where_they_were_chosen) {
  options.cipher = CipherSuite::national;
  options.seal = DigestAlgorithm::sm3;
  auto store = open();
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "1")).done());
  store.reset();
  store = open();
  EXPECT_EQ(all(*store, Scope::country(), Filter().equals("phone", "1")).size(), 1u);
  EXPECT_TRUE(store->verify_journal().intact());
  store.reset();
  options.cipher = CipherSuite::sodium;
  EXPECT_THROW(open(), StoreDamaged);
}

TEST_P(ASealedField, is_found_by_its_last_four_characters_where_its_table_says_so) {
  std::vector<TableDefinition> with_tails = tables();
  {
    const auto store = open();
    ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "旧", "13800005678")).done());
  }
  with_tails[0].tailed = {"phone"};
  clock.advance_milliseconds(1000);
  const auto store = Store::open(options, clock, random, with_tails);
  for (const char* phone : {"13812345678", "13912345678", "13812345679", "123"}) ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "新", phone)).done());
  const auto found = [&](const std::string& tail) { return all(*store, Scope::country(), Filter().holds({{"phone"}, Comparison::tail, {Cell(tail)}})).size(); };
  EXPECT_EQ(found("5678"), 3u) << "a row from before the column is found too";
  EXPECT_EQ(found("5679"), 1u);
  EXPECT_EQ(found("0123"), 0u);
  EXPECT_EQ(found("123"), 1u);
  EXPECT_EQ(stored("phone_tail", all(*store).front().id).find("5678"), std::string::npos);
  EXPECT_TRUE(store->verify({}).rows.intact());
}

}  // namespace
}  // namespace laoyou::store
