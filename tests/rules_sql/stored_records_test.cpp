// Rules as queries of the very tables that the store makes from described records.
#include <gtest/gtest.h>

#include "rules/rows/evaluate.h"
#include "rules/sql/answer.h"
#include "rules/sql/to_sql.h"
#include "store/testing/store_fixture.h"

namespace laoyou::rules {

enum class SqlGrade { able, moderate, severe };
LAOYOU_ENUM(SqlGrade, "sql_grade", able, moderate, severe)

struct SqlHome {
  std::optional<Decimal> area;
  std::optional<Period> since;
};
LAOYOU_RECORD(SqlHome, "sql_home", area, since)

struct SqlPlace {
  Id<SqlPlace> id;
  RegionCode region;
  std::int64_t stars = 0;
};
LAOYOU_RECORD(SqlPlace, "sql_place", id, region, stars)

struct SqlPerson {
  Id<SqlPerson> id;
  RegionCode region;
  std::optional<Date> born;
  SqlGrade grade = SqlGrade::able;
  std::optional<Fen> income;
  bool alone = false;
  Minutes visited;
  std::optional<SqlHome> home;
  Id<SqlPlace> place;
  std::string remark;
  std::optional<std::int64_t> scale_sum;  // sealed
};
LAOYOU_RECORD(SqlPerson, "sql_person", id, region, born, grade, income, alone, visited, home, place, remark, scale_sum)

namespace {

void describe_records() {
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "*,id,编号,id,,,open,\n"
        "*,region,区划,region,,,open,\n"
        "sql_place,stars,星级,stars,,,open,\n"
        "sql_person,born,出生日期,born,,,internal,\n"
        "sql_person,grade,等级,grade,,,internal,\n"
        "sql_person,income,收入,income,,,internal,\n"
        "sql_person,alone,独居,alone,,,internal,\n"
        "sql_person,visited,探访时长,visited,min,,internal,\n"
        "sql_person,home,住房,home,,,internal,\n"
        "sql_person,place,机构,place,,,internal,\n"
        "sql_person,remark,备注,remark,,,internal,\n"
        "sql_person,scale_sum,评估总分,scale sum,,,sensitive,\n"
        "sql_home,area,面积,area,m²,,internal,\n"
        "sql_home,since,入住期,since,,,internal,\n"
        "sql_grade,able,完好,able,,,open,\n"
        "sql_grade,moderate,中度,moderate,,,open,\n"
        "sql_grade,severe,重度,severe,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

SourceText text(std::string words) {
  SourceText made;
  made.text = std::move(words);
  return made;
}

BookSource plan() {
  BookSource source;
  source.region = RegionCode::from_number(450'203'000'000);
  source.from = Date::parse("2024-01-01").value();
  const auto rule = [&](std::string key, std::string record, std::string expression) {
    RuleSource made;
    made.key = std::move(key);
    made.record = std::move(record);
    made.expression = text(std::move(expression));
    source.rules.push_back(std::move(made));
  };
  rule("age", "sql_person", "years_between(born, period.end)");
  rule("aged_alone", "sql_person", "age >= 80 and alone");
  rule("room", "sql_person", "home_area else 0 m²");
  rule("long_visit", "sql_person", "visited >= 2 h");
  rule("moved_in", "sql_person", "home_since");
  rule("placed", "sql_person", "not missing(place)");
  rule("stars_of_place", "sql_person", "place.stars");
  rule("odd_remark", "sql_person", "remark = \"O'Neil \\ 100%\"");
  rule("disabled", "sql_person", "grade in (moderate, severe)");
  rule("born_month", "sql_person", "month(born)");
  rule("people_here", "sql_place", "count(sql_person where disabled)");
  rule("time_here", "sql_place", "sum(visited of sql_person)");
  rule("aged_alone_count", "", "count(sql_person where aged_alone)");
  rule("income_sum", "", "sum(income of sql_person where not disabled)");
  rule("visited_mean", "", "avg(visited of sql_person)");
  rule("scored", "sql_person", "scale_sum > 50");
  return source;
}

class StoredRecords : public store::OnBothDatabases {
 protected:
  StoredRecords() {
    describe_records();
    schema = described_schema<SqlPlace, SqlPerson>();
    const auto checked = check(plan(), schema);
    if (!checked)
      for (const Refusal& refusal : checked.error()) ADD_FAILURE() << refusal.code << " " << refusal.place;
    book = checked.value();
    target.dialect = GetParam() == store::DatabaseKind::sqlite ? SqlDialect::sqlite : SqlDialect::postgresql;
    target.storage = described_storage<SqlPlace, SqlPerson>();
    facts.emplace(schema);
  }

  void insert_people() {
    clock.advance_milliseconds(1000);
    const auto store = store::Store::open(options, clock, random, {store::table<SqlPlace>(), store::table<SqlPerson>()});
    SeededRandom numbers(3);
    const store::WriteOutcome outcome = store->write(actor(), [&](store::Writing& writing) -> Result<void> {
      std::vector<Id<SqlPlace>> places;
      for (int i = 0; i < 5; ++i) insert(writing, SqlPlace{writing.new_id<SqlPlace>(), some_region(numbers), i}, 0), places.push_back({newest});
      for (int i = 0; i < 120; ++i) insert(writing, some_person(writing, numbers, places), 1);
      return {};
    });
    ASSERT_TRUE(outcome.done());
  }

  template <class T>
  void insert(store::Writing& writing, const T& record, std::size_t position) {
    writing.insert(record);
    std::vector<Value> values;
    values_of(record, facts->texts, values);
    facts->tables[position].append(values);
    newest = record.id.number;
  }

  static RegionCode some_region(SeededRandom& numbers) { return RegionCode::from_number(450'203'000'000 + static_cast<std::int64_t>(numbers.below(3)) * 1'000'000); }

  static SqlPerson some_person(store::Writing& writing, SeededRandom& numbers, const std::vector<Id<SqlPlace>>& places) {
    const auto coin = [&] { return numbers.below(2) == 0; };
    SqlPerson person;
    person.id = writing.new_id<SqlPerson>();
    person.region = some_region(numbers);
    if (numbers.below(9) != 0) person.born = Date::from_days(-15'000 + static_cast<std::int64_t>(numbers.below(12'000)));
    person.grade = static_cast<SqlGrade>(numbers.below(3));
    if (coin()) person.income = Fen::create(static_cast<std::int64_t>(numbers.below(500'000))).value();
    person.alone = coin();
    person.visited = Minutes::create(static_cast<std::int64_t>(numbers.below(240))).value();
    if (coin()) person.home = SqlHome{Decimal::from_millionths(35'500'000), coin() ? std::optional(Period::parse(coin() ? "2024-Q3" : "2023").value()) : std::nullopt};
    if (coin()) person.place = places[numbers.below(places.size())];
    person.remark = coin() ? "O'Neil \\ 100%" : "'; drop table sql_person; --";
    if (coin()) person.scale_sum = static_cast<std::int64_t>(numbers.below(100));
    return person;
  }

  Schema schema;
  std::shared_ptr<const Book> book;
  SqlTarget target;
  std::optional<Facts> facts;
  Period period = Period::parse("2025-Q2").value();
  std::int64_t newest = 0;
};

TEST_P(StoredRecords, EveryRowHasTheValueOfTheRowEvaluator) {
  insert_people();
  const auto connection = behind();
  for (std::size_t rule = 0; rule < book->rules.size(); ++rule) {
    if (book->rules[rule].record < 0 || book->rules[rule].key == "scored") continue;
    const Result<std::string> sql = rows_to_sql(*book, static_cast<int>(rule), period, target);
    ASSERT_TRUE(sql) << sql.error().code;
    const Table& table = facts->tables[static_cast<std::size_t>(book->rules[rule].record)];
    std::size_t rows = 0, values = 0;
    connection->query(*sql, {}, [&](std::span<const record::Cell> row) {
      const auto at = static_cast<std::size_t>(table.find(std::get<std::int64_t>(row[0])));
      const Value wanted = evaluate_row(*book, *facts, period, static_cast<int>(rule), at);
      const auto* found = std::get_if<std::int64_t>(&row[1]);
      EXPECT_EQ(found == nullptr ? Value() : Value(*found), wanted) << book->rules[rule].key;
      ++rows;
      values += wanted.has_value();
    });
    EXPECT_EQ(rows, table.rows());
    EXPECT_GT(values, 0U) << book->rules[rule].key;
  }
}

TEST_P(StoredRecords, TotalsByCountyAreThoseOfTheRowEvaluator) {
  insert_people();
  Question question;
  question.period = period;
  question.grouping = {Grouping::By::region_level, RegionLevel::county, {}};
  for (const char* key : {"aged_alone_count", "income_sum", "visited_mean"}) question.rules.push_back(book->find_rule(key));
  const Result<std::string> sql = totals_to_sql(*book, question, target);
  ASSERT_TRUE(sql);
  SqlAnswer reading(*book, question);
  behind()->query(*sql, {}, [&](std::span<const record::Cell> row) { reading.take(row); });
  const Answer found = reading.finish(), wanted = evaluate_by_rows(*book, *facts, question);
  EXPECT_EQ(found.groups, wanted.groups);
  EXPECT_EQ(found.outcomes, wanted.outcomes);
  EXPECT_EQ(wanted.groups.size(), 3U);
}

TEST_P(StoredRecords, WhatIsKeptEncryptedIsNotAskedOfTheDatabase) {
  const Result<std::string> sql = rows_to_sql(*book, book->find_rule("scored"), period, target);
  ASSERT_FALSE(sql);
  EXPECT_EQ(sql.error().code, "rules.sealed_field");
  EXPECT_EQ(sql.error().words, (std::vector<std::string>{"sql_person", "scale_sum"}));
}

INSTANTIATE_TEST_SUITE_P(Rules, StoredRecords, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), store::database_name);

}  // namespace
}  // namespace laoyou::rules
