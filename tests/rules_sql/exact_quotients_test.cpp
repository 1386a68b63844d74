// Rounded products and quotients where 64 bits are not enough: both databases compute what 128 bits would.
#include <gtest/gtest.h>

#include "fact_tables.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/typed_tree_builder.h"
#include "rules/sql/to_sql.h"
#include "store/testing/store_fixture.h"

namespace laoyou::rules {
namespace {

using testing::add_rule;
using testing::field;
using testing::scale;

constexpr std::int64_t k_field_bound = 1'000'000'000'000'000;
constexpr Rounding k_roundings[] = {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up};

/// income, share and home_area of a resident.
struct Operands {
  std::int64_t income, share, home_area;
};

class ExactQuotients : public ::testing::TestWithParam<store::DatabaseKind> {
 protected:
  ExactQuotients() {
    book.schema = testing::example_schema();
    facts.emplace(book.schema);
    connection = store::connect(*store::DatabaseAddress::parse(GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "facts.db").string()
                                                                                                           : store::PostgresServer::shared().new_schema()),
                                store::ConnectionUse::writing);
  }

  void put(const Operands& operands) {
    const RecordKind& kind = book.schema.records[0];
    std::vector<Value> values(kind.fields.size());
    values[0] = ++last_id;
    values[static_cast<std::size_t>(kind.find("income"))] = operands.income;
    values[static_cast<std::size_t>(kind.find("share"))] = operands.share;
    values[static_cast<std::size_t>(kind.find("home_area"))] = operands.home_area;
    facts->tables[0].append(values);
  }

  NodePtr read(std::string_view name) const { return field(book.schema, "resident", name); }

  void expect_every_rounding(const Scale& what, std::size_t wanted_values) {
    store_facts(*connection, book.schema, *facts);
    for (const Rounding rounding : k_roundings) {
      Scale rounded = what;
      rounded.rounding = rounding;
      const int rule = add_rule(book, "rule" + std::to_string(book.rules.size()), "resident", scale(testing::k_money, rounded));
      const Result<std::string> sql = rows_to_sql(book, rule, period, {dialect_of(GetParam()), {}, {}});
      ASSERT_TRUE(sql) << sql.error().code;
      std::size_t values = 0;
      connection->query(*sql, {}, [&](std::span<const record::Cell> row) {
        const auto at = static_cast<std::size_t>(facts->tables[0].find(std::get<std::int64_t>(row[0])));
        const Value wanted = evaluate_row(book, *facts, period, rule, at);
        EXPECT_EQ(read_value(book.schema, *facts, testing::k_money, row[1]), wanted) << "row " << at << ", rounding " << static_cast<int>(rounding);
        values += wanted.has_value();
      });
      EXPECT_EQ(values, wanted_values);
    }
  }

  store::TemporaryDirectory directory;
  std::unique_ptr<store::Connection> connection;
  Book book;
  std::optional<Facts> facts;
  Period period = Period::year(2025);
  std::int64_t last_id = 0;
};

TEST_P(ExactQuotients, OfTwoFieldsByAConstant) {
  for (const std::int64_t income : {k_field_bound, -k_field_bound, std::int64_t{999'999'999'999'999}, std::int64_t{-7}, std::int64_t{0}, std::int64_t{1}})
    for (const std::int64_t share : {std::int64_t{1'000'000'000}, std::int64_t{550'000}, std::int64_t{-333'333}, std::int64_t{500'000}, std::int64_t{1}, std::int64_t{0}})
      put({income, share, 1});
  expect_every_rounding({read("income"), read("share"), nullptr, 1, 1'000'000, Rounding::down}, facts->tables[0].rows());
}

TEST_P(ExactQuotients, OfTwoFieldsByAThird) {
  SeededRandom random(5);
  const auto size = [&random](std::int64_t bound) {
    std::int64_t limit = 10;
    for (std::uint64_t digit = random.below(15); digit > 0 && limit < bound; --digit) limit *= 10;
    const auto value = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(std::min(limit, bound)))) + 1;
    return random.below(3) == 0 ? -value : value;
  };
  for (int row = 0; row < 400; ++row) {
    Operands operands{size(k_field_bound), size(k_field_bound), size(k_field_bound)};
    // The checker lets through only what stays within 64 bits at the end.
    while (static_cast<Wide>(operands.income) * operands.share / operands.home_area / 1'000'000'000'000'000'000 != 0) operands.share /= 10;
    put(operands);
  }
  expect_every_rounding({read("income"), read("share"), read("home_area"), 1, 1, Rounding::down}, 400);
}

TEST_P(ExactQuotients, OfAFieldInMillionthsByAField) {
  for (const std::int64_t income : {k_field_bound, -k_field_bound, std::int64_t{3}, std::int64_t{0}})
    for (const std::int64_t area : {k_field_bound, std::int64_t{-999'999'999'999'999}, std::int64_t{7'000'000'000}, std::int64_t{-6'000'000'000'000}}) put({income, 1, area});
  expect_every_rounding({read("income"), nullptr, read("home_area"), 1'000'000, 1, Rounding::down}, facts->tables[0].rows());
}

TEST_P(ExactQuotients, HalvesGoAsTold) {
  for (const std::int64_t income : {-35, -25, -15, -5, 5, 15, 25, 35, 10, -10}) put({income, 1, 10});
  expect_every_rounding({read("income"), nullptr, nullptr, 1, 10, Rounding::down}, facts->tables[0].rows());
  expect_every_rounding({read("income"), nullptr, read("home_area"), 1, 1, Rounding::down}, facts->tables[0].rows());
}

TEST_P(ExactQuotients, ADivisorOfZeroGivesNoValue) {
  put({5, 1, 0});
  expect_every_rounding({read("income"), read("share"), read("home_area"), 1, 1, Rounding::down}, 0);
  expect_every_rounding({read("income"), nullptr, testing::integer(0), 1, 1, Rounding::down}, 0);
}

TEST(SqlTooLarge, ADivisorThatLeavesNoDigitIsRefusedForSqliteAlone) {
  Book book;
  book.schema = testing::example_schema();
  const Scale what{field(book.schema, "resident", "income"), field(book.schema, "resident", "share"), field(book.schema, "resident", "home_area"), 1, 1'000'000, Rounding::down};
  const int rule = add_rule(book, "rule", "resident", scale(testing::k_money, what));
  const Result<std::string> sqlite = rows_to_sql(book, rule, Period::year(2025), {SqlDialect::sqlite, {}, {}});
  ASSERT_FALSE(sqlite);
  EXPECT_EQ(sqlite.error().code, "rules.sql_too_large");
  EXPECT_TRUE(rows_to_sql(book, rule, Period::year(2025), {SqlDialect::postgresql, {}, {}}));
}

INSTANTIATE_TEST_SUITE_P(Rules, ExactQuotients, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), store::database_name);

}  // namespace
}  // namespace laoyou::rules
