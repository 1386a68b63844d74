// Every rule of the plans that come with the program, as a query of both databases over random registers.
#include <gtest/gtest.h>

#include "fact_tables.h"
#include "plan/stack/library.h"
#include "rules/rows/evaluate.h"
#include "rules/sql/answer.h"
#include "rules/testing/example_facts.h"
#include "rules/sql/to_sql.h"
#include "store/testing/store_fixture.h"

namespace laoyou::rules {
namespace {

class PlansInSql : public ::testing::TestWithParam<const char*> {
 protected:
  static std::shared_ptr<const Book> book_of(const std::string& name) {
    const plan::LoadedPlan loaded = plan::load_plan("plans/" + name, regions::RegionTree::national());
    for (const Refusal& refusal : loaded.refusals) ADD_FAILURE() << refusal.code << " " << refusal.place;
    return loaded.plan.book;
  }

  /// The query, or an empty text when the rule reads what is kept encrypted; there is no other reason to refuse a plan's rule.
  std::string query(const Result<std::string>& sql) {
    if (sql) return *sql;
    EXPECT_EQ(sql.error().code, "rules.sealed_field");
    ++sealed;
    return {};
  }

  void expect_rows(store::Connection& connection, int rule, const SqlTarget& target) {
    const std::string sql = query(rows_to_sql(*book, rule, period, target));
    if (sql.empty()) return;
    const Rule& asked = book->rules[static_cast<std::size_t>(rule)];
    const Table& table = facts->tables[static_cast<std::size_t>(asked.record)];
    std::size_t different = 0, rows = 0;
    connection.query(sql, {}, [&](std::span<const record::Cell> row) {
      const auto at = static_cast<std::size_t>(table.find(std::get<std::int64_t>(row[0])));
      const Value wanted = evaluate_row(*book, *facts, period, rule, at);
      different += read_value(book->schema, *facts, asked.tree->type, row[1]) != wanted;
      ++rows;
    });
    EXPECT_EQ(different, 0U) << asked.key;
    EXPECT_EQ(rows, table.rows()) << asked.key;
    ++compared;
  }

  void expect_total(store::Connection& connection, int rule, const SqlTarget& target) {
    Question question;
    question.period = period;
    question.rules = {rule};
    question.grouping = {Grouping::By::region_level, RegionLevel::county, {}};
    const std::string sql = query(totals_to_sql(*book, question, target));
    if (sql.empty()) return;
    SqlAnswer reading(*book, question);
    connection.query(sql, {}, [&](std::span<const record::Cell> row) { reading.take(row); });
    const Answer found = reading.finish(), wanted = evaluate_by_rows(*book, *facts, question);
    EXPECT_EQ(found.groups, wanted.groups) << book->rules[static_cast<std::size_t>(rule)].key;
    EXPECT_EQ(found.outcomes, wanted.outcomes) << book->rules[static_cast<std::size_t>(rule)].key;
    ++compared;
  }

  std::shared_ptr<const Book> book = book_of(GetParam());
  std::optional<Facts> facts;
  Period period = Period::parse("2025").value();
  std::size_t compared = 0, sealed = 0;
};

TEST_P(PlansInSql, GiveWhatTheRowEvaluatorGives) {
  SeededRandom random(9);
  facts.emplace(testing::random_facts(book->schema, 60, 100, random, testing::Spread::usual));
  const store::TemporaryDirectory directory;
  for (const std::string& address : {"sqlite:" + (directory.path() / "facts.db").string(), store::PostgresServer::shared().new_schema()}) {
    const auto connection = store::connect(*store::DatabaseAddress::parse(address), store::ConnectionUse::writing);
    store_facts(*connection, book->schema, *facts);
    const SqlTarget target{dialect_of(connection->kind()), {}, {}};
    for (int rule = 0; rule < static_cast<int>(book->rules.size()); ++rule)
      if (book->rules[static_cast<std::size_t>(rule)].record < 0)
        expect_total(*connection, rule, target);
      else
        expect_rows(*connection, rule, target);
  }
  EXPECT_GT(compared, 0U);
  RecordProperty("compared", static_cast<int>(compared));
  RecordProperty("sealed", static_cast<int>(sealed));
}

INSTANTIATE_TEST_SUITE_P(Plans, PlansInSql, ::testing::Values("national", "karamay", "honghe", "liuzhou", "guizhou", "shenyang"),
                         [](const auto& parameter) { return std::string(parameter.param); });

}  // namespace
}  // namespace laoyou::rules
