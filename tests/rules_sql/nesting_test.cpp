// However deep a rule nests, its query is one that the database takes, or it is refused beforehand.
#include <gtest/gtest.h>

#include "fact_tables.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/typed_tree_builder.h"
#include "rules/sql/to_sql.h"
#include "store/testing/store_fixture.h"

namespace laoyou::rules {
namespace {

using namespace testing;  // NOLINT: the builder's words

struct Shape {
  const char* name;
  std::function<NodePtr(const Schema&, NodePtr)> around;  ///< one level more
};

NodePtr age(const Schema& schema) { return field(schema, "resident", "age"); }

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all{
      {"sums", [](const Schema& schema, NodePtr inner) { return binary(BinarySign::add, age(schema), std::move(inner)); }},
      {"fallbacks", [](const Schema& schema, NodePtr inner) { return fallback(age(schema), std::move(inner)); }},
      {"cases", [](const Schema& schema, NodePtr inner) { return cases(true, {{at_least(age(schema), integer(60)), integer(1)}}, std::move(inner)); }},
      {"conditions", [](const Schema& schema, NodePtr inner) { return cases(true, {{at_least(std::move(inner), age(schema)), integer(1)}}, integer(2)); }},
      {"bands", [](const Schema&, NodePtr inner) { return bands(std::move(inner), {{0, 50, integer(3)}, {51, 99, integer(70)}}, integer(1)); }},
      {"memberships", [](const Schema&, NodePtr inner) { return cases(false, {{in_ranges(std::move(inner), {{1, 5}, {7, 7}}), integer(4)}}, integer(8)); }},
      {"quotients", [](const Schema&, NodePtr inner) { return scale(k_integer, {std::move(inner), nullptr, nullptr, 3, 7, Rounding::half_even}); }},
      {"visits", [](const Schema& schema, NodePtr inner) {
         return binary(BinarySign::add, related(schema, k_integer, Function::count, "visit", "resident", nullptr, nullptr), std::move(inner));
       }}};
  return all;
}

class Nesting : public ::testing::TestWithParam<store::DatabaseKind> {
 protected:
  Nesting() {
    book.schema = example_schema();
    SeededRandom random(2);
    facts.emplace(random_facts(book.schema, 6, 100, random, Spread::usual));
    connection = store::connect(*store::DatabaseAddress::parse(GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "facts.db").string()
                                                                                                           : store::PostgresServer::shared().new_schema()),
                                store::ConnectionUse::writing);
    store_facts(*connection, book.schema, *facts);
  }

  /// False when the rule is refused; what is not refused has the row evaluator's values.
  bool taken(const NodePtr& tree) {
    const int rule = add_rule(book, "rule" + std::to_string(book.rules.size()), "resident", tree);
    const Result<std::string> sql = rows_to_sql(book, rule, period, {dialect_of(GetParam()), {}, {}});
    if (!sql) {
      EXPECT_EQ(sql.error().code, "rules.sql_too_large");
      return false;
    }
    connection->query(*sql, {}, [&](std::span<const record::Cell> row) {
      const auto at = static_cast<std::size_t>(facts->tables[0].find(std::get<std::int64_t>(row[0])));
      EXPECT_EQ(read_value(book.schema, *facts, k_integer, row[1]), evaluate_row(book, *facts, period, rule, at));
    });
    return true;
  }

  store::TemporaryDirectory directory;
  std::unique_ptr<store::Connection> connection;
  Book book;
  std::optional<Facts> facts;
  Period period = Period::year(2025);
};

TEST_P(Nesting, IsTakenOrRefusedBeforehand) {
  for (const Shape& shape : shapes()) {
    NodePtr tree = age(book.schema);
    int deepest = 0;
    for (int depth = 1; depth <= 32; ++depth) {
      tree = shape.around(book.schema, tree);
      bool accepted = false;
      ASSERT_NO_THROW(accepted = taken(tree)) << shape.name << " at depth " << depth;
      if (accepted) deepest = depth;
    }
    EXPECT_GE(deepest, 4) << shape.name;
    RecordProperty(shape.name, deepest);
  }
}

TEST_P(Nesting, ManyCasesStandSideBySide) {
  std::vector<std::pair<NodePtr, NodePtr>> branches;
  for (int i = 0; i < 60; ++i) branches.emplace_back(equal(age(book.schema), integer(50 + i)), integer(i));
  EXPECT_TRUE(taken(cases(true, branches, integer(99))));
  EXPECT_TRUE(taken(cases(false, branches, integer(99))));
}

INSTANTIATE_TEST_SUITE_P(Rules, Nesting, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), store::database_name);

}  // namespace
}  // namespace laoyou::rules
