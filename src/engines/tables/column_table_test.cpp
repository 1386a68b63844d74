#include "engines/tables/column_table.h"

#include <gtest/gtest.h>

namespace laoyou::tables {
namespace {

const std::vector<KnownColumn> k_known = {needed("cost", {"distance"}), wanted("people", {"population", "人数"})};

void expect_refused(std::string_view csv, const std::string& code, const std::string& place, const std::vector<std::string>& words) {
  const auto table = ColumnTable::read(csv, k_known);
  ASSERT_FALSE(table) << csv;
  EXPECT_EQ(table.error(), Refusal(code, place, words)) << csv;
}

TEST(ColumnTable, a_column_has_several_names_without_case_blanks_and_full_width) {
  for (const char* const header : {"cost,人数", "DISTANCE,Population", " cost ,　人数", "ｃｏｓｔ,people"}) {
    const auto table = ColumnTable::read(std::string(header) + "\n5,7\n", k_known);
    ASSERT_TRUE(table) << header;
    EXPECT_EQ(table->text(0, "cost"), "5");
    EXPECT_EQ(table->number_or(1, 0, "people", 0, 9).value(), 7);
  }
}

TEST(ColumnTable, a_column_that_is_not_known_is_refused_with_the_nearest_known_one) {
  expect_refused("cost,peopel\n", "table.column_mistyped", "1:6", {"peopel", "people"});
  expect_refused("cost,电话\n", "table.column_unknown", "1:6", {"电话", "cost, people"});
  expect_refused("people\n", "table.column_missing", "1:1", {"cost"});
  expect_refused("", "table.column_missing", "1:1", {"cost"});
}

TEST(ColumnTable, two_columns_for_the_same_thing_are_refused) {
  expect_refused("cost,people,people\n", "table.column_repeated", "1:13", {"people", "people"});
  expect_refused("cost,people,人数\n", "table.column_repeated", "1:13", {"人数", "people"});
}

TEST(ColumnTable, what_stands_beside_the_figures_is_passed_over) {
  EXPECT_TRUE(ColumnTable::read("cost,source,备注,\n5,census,,\n", k_known));
}

TEST(ColumnTable, rows_that_show_nothing_are_no_rows_and_blanks_around_cells_go) {
  const auto table = ColumnTable::read("cost,people\n 5 ,　7\n,\n \t, \n", k_known);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows(), 1U);
  EXPECT_EQ(table->whole_number(0, "cost", 9).value(), 5);
}

TEST(ColumnTable, a_row_that_is_cut_off_or_too_long_is_refused) {
  expect_refused("cost,people\n5\n", "table.row_short", "2:1", {"people"});
  expect_refused("cost,people\n5,7,9\n", "table.row_long", "2:5", {});
  EXPECT_TRUE(ColumnTable::read("cost,people\n5,7,,\n", k_known));
}

TEST(ColumnTable, numbers_are_held_against_their_range_at_their_place) {
  const auto table = ColumnTable::read("cost\nfar\n12\n", k_known).value();
  EXPECT_EQ(table.number(0, "cost", 0, 9).error(), Refusal("table.number_expected", "2:1", {"far"}));
  EXPECT_EQ(table.number(1, "cost", 0, 9.5).error(), Refusal("table.out_of_range", "3:1", {"12", "0", "9.5"}));
  EXPECT_EQ(table.whole_number(1, "cost", 9).error(), Refusal("table.out_of_range", "3:1", {"12", "0", "9"}));
  EXPECT_EQ(table.whole_number_or(4, 1, "people", 9).value(), 4);
}

}  // namespace
}  // namespace laoyou::tables
