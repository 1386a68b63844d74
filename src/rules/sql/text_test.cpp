#include "rules/sql/text.h"

#include <gtest/gtest.h>

#include "rules/testing/example_facts.h"

namespace laoyou::rules {
namespace {

TEST(SqlText, QuotesInNamesAndTextsAreDoubled) {
  EXPECT_EQ(sql_name("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(sql_text(SqlDialect::sqlite, "O'Neil'; drop table person; --"), "'O''Neil''; drop table person; --'");
  EXPECT_EQ(sql_text(SqlDialect::postgresql, "O'Neil"), "'O''Neil'");
}

TEST(SqlText, ABackslashMeansItselfWhateverPostgresqlIsSetTo) {
  EXPECT_EQ(sql_text(SqlDialect::postgresql, "a\\' or true; --"), "E'a\\\\'' or true; --'");
  EXPECT_EQ(sql_text(SqlDialect::sqlite, "a\\"), "'a\\'");
}

TEST(SqlText, IntegersHave64BitsInPostgresql) {
  EXPECT_EQ(sql_integer(SqlDialect::postgresql, 5), "5::bigint");
  EXPECT_EQ(sql_integer(SqlDialect::postgresql, -5), "(-5)::bigint");
  EXPECT_EQ(sql_integer(SqlDialect::sqlite, -5), "(-5)");
}

TEST(SqlText, ConstantsAreWrittenAsTheirColumnsHoldThem) {
  const Schema schema = testing::example_schema();
  const Type grade{Kind::code, static_cast<std::int16_t>(schema.find_code_list("care_grade"))};
  EXPECT_EQ(sql_constant(SqlDialect::sqlite, schema, grade, 2), "'moderate'");
  EXPECT_EQ(sql_constant(SqlDialect::sqlite, schema, {Kind::region}, 1'000), "'000000001000'");
  EXPECT_EQ(sql_constant(SqlDialect::sqlite, schema, {Kind::boolean}, 1), "true");
  EXPECT_EQ(sql_constant(SqlDialect::postgresql, schema, {Kind::money}, {}), "null::bigint");
  EXPECT_EQ(sql_constant(SqlDialect::postgresql, schema, {Kind::region}, {}), "null::text");
}

}  // namespace
}  // namespace laoyou::rules
