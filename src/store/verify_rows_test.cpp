#include "store/verify_rows.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class TheRecords : public OnBothDatabases {
 protected:
  void SetUp() override {
    store = open();
    for (int i = 0; i < 5; ++i) {
      residents.push_back(resident(*store, "650203001001", "张三", std::to_string(i)));
      residents.back().home = Home{"友谊路", i / 3.0};
      ASSERT_TRUE(insert(*store, residents.back()).done());
    }
    residents[1].name = "李四";
    ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
      writing.update(residents[1]);
      writing.remove(residents[4].id);
      return {};
    }).done());
  }
  /// What the comparison says after the statement was run behind the store's back; "{2}" stands for the id of resident 2.
  std::string after(std::string statement) {
    for (std::size_t i = 0; i < residents.size(); ++i) {
      const std::string place = "{" + std::to_string(i) + "}";
      if (const std::size_t at = statement.find(place); at != std::string::npos) statement.replace(at, place.size(), std::to_string(residents[i].id.number));
    }
    behind()->execute(statement);
    const RowCheck check = store->verify_rows();
    for (std::size_t i = 0; i < residents.size(); ++i)
      if (residents[i].id.number == check.record_id) return fault_code(check.fault) + " " + std::to_string(i);
    return fault_code(check.fault);
  }

  std::unique_ptr<Store> store;
  std::vector<Resident> residents;
};
RUN_ON_BOTH_DATABASES(TheRecords);

TEST_P(TheRecords, are_as_the_journal_left_them) {
  const RowCheck check = store->verify_rows();
  EXPECT_TRUE(check.intact());
  EXPECT_EQ(check.rows, 4);
}

TEST_P(TheRecords, agree_with_the_journal_to_the_last_digit_of_a_place) {
  for (const double longitude_deg : {106.97657410000001, 109.38890000000001, 84.873946000000004, 0.1 + 0.2, 1e-7}) {
    residents.push_back(resident(*store, "650203001001", "赵六", "9"));
    residents.back().phone = std::to_string(residents.size());
    residents.back().home = Home{"友谊路", longitude_deg};
    ASSERT_TRUE(insert(*store, residents.back()).done());
  }
  EXPECT_EQ(after("select 1"), fault_code(RowFault::none));
}

TEST_P(TheRecords, show_a_changed_field) { EXPECT_EQ(after("update test_resident set pension = 1 where id = {2}"), "journal.row_altered 2"); }
TEST_P(TheRecords, show_a_sealed_field_taken_from_elsewhere) {
  EXPECT_EQ(after("update test_resident set phone = (select max(phone) from test_resident) || 'A' where id = {0}"), "journal.row_altered 0");
}
TEST_P(TheRecords, show_a_removed_row) { EXPECT_EQ(after("delete from test_resident where id = {3}"), "journal.row_missing 3"); }
TEST_P(TheRecords, show_a_row_put_back) { EXPECT_EQ(after("update test_resident set id = {4} where name = '李四'"), "journal.row_missing 1"); }
TEST_P(TheRecords, show_a_row_that_nobody_wrote) {
  EXPECT_EQ(after("insert into test_resident (id, region, name) values ({4}, '650203001001', '王五')"), "journal.row_foreign 4");
}

TEST_P(TheRecords, show_a_dropped_table) {
  behind()->execute("drop table test_resident");
  const RowCheck check = store->verify_rows();
  EXPECT_EQ(fault_code(check.fault) + " " + check.record, "journal.table_missing test_resident");
}
TEST_P(TheRecords, show_a_renamed_table) { EXPECT_EQ(after("alter table test_resident rename to laoyou_resident"), "journal.table_missing"); }
TEST_P(TheRecords, show_a_view_in_a_tables_place) {
  EXPECT_EQ(after("alter table test_resident rename to journal_resident; create view test_resident as select * from journal_resident"), "journal.table_missing");
}
TEST_P(TheRecords, show_a_dropped_column) {
  behind()->execute("alter table test_resident drop column share");
  const RowCheck check = store->verify_rows();
  EXPECT_EQ(fault_code(check.fault) + " " + check.record, "journal.column_missing test_resident.share");
}
TEST_P(TheRecords, show_a_planted_table) { EXPECT_EQ(after("create table journal_extra (id integer primary key)"), "journal.object_foreign"); }
TEST_P(TheRecords, show_a_planted_view) { EXPECT_EQ(after("create view shown as select * from test_resident"), "journal.object_foreign"); }
TEST_P(TheRecords, show_a_planted_column) { EXPECT_EQ(after("alter table test_resident add column extra integer"), "journal.object_foreign"); }
TEST_P(TheRecords, show_a_planted_trigger) {
  if (GetParam() == DatabaseKind::sqlite)
    behind()->execute("create trigger planted after update on test_resident begin delete from test_resident where id = 0; end");
  else
    behind()->execute("create function planted() returns trigger language plpgsql as 'begin return new; end'; "
                      "create trigger planted after update on test_resident for each row execute function planted()");
  const RowCheck check = store->verify_rows();
  EXPECT_EQ(fault_code(check.fault) + " " + check.record, "journal.object_foreign trigger planted");
}

TEST_P(TheRecords, are_not_made_anew_when_their_table_or_column_was_dropped) {
  const auto code_of_start = [&] {
    store.reset();
    try {
      store = open();
      return std::string("started");
    } catch (const StoreDamaged& damaged) {
      return damaged.refusal().code + " " + damaged.refusal().words.at(0);
    }
  };
  behind()->execute("alter table test_resident drop column share");
  EXPECT_EQ(code_of_start(), "store.column_missing test_resident.share");
  behind()->execute("drop table test_resident");
  EXPECT_EQ(code_of_start(), "store.table_missing test_resident");
}

}  // namespace
}  // namespace laoyou::store
