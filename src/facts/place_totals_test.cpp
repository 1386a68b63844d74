#include "facts/place_totals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registry/facts.h"
#include "registry/registers.h"
#include "rules/facts/described_schema.h"

namespace laoyou::facts {
namespace {

using namespace registry;
using testing::ElementsAre;

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }
const RegionCode k_city = code("450200000000"), k_yufeng = code("450203000000"), k_liunan = code("450204000000"), k_liubei = code("450205000000");
const Period k_year = Period::year(2025);

/// Beds in two counties, and one locality.
class PlaceTotals : public testing::Test {
 protected:
  PlaceTotals() : facts(facts_schema()) {
    add_rule("beds", "count(bed where opened is missing or opened <= period.end)", "张");
    add_rule("nursing", "share(nursing of bed)", "%");
    add_rule("spent", "sum(amount of fund_use)", "万元");
    add_rule("per_thousand", "count(bed) * 1000 / sum(population of locality)", "张/千人");
    book = rules::check(source, facts_schema()).value();
    for (const char* region : {"450203001001", "450203002001"}) add_bed(region, true);
    add_bed("450203002001", false);
    add_bed("450203002001", std::nullopt);
    add_bed("450204001001", true, true);
    Locality place;
    place.id = {50};
    place.region = code("450203001001");
    place.population = 2000;
    append(place);
  }
  void add_rule(const std::string& key, const std::string& expression, const std::string& unit) {
    rules::RuleSource rule;
    rule.key = key;
    rule.name = key;
    rule.expression.text = expression;
    rule.unit = unit;
    source.rules.push_back(rule);
  }
  void add_bed(std::string_view region, std::optional<bool> nursing, bool synthetic = false) {
    Bed bed;
    bed.id = {++last_id};
    bed.region = code(region);
    bed.nursing = nursing;
    bed.synthetic = synthetic;
    append(bed);
  }
  template <record::Described T>
  void append(const T& record) {
    std::vector<rules::Value> values;
    rules::values_of(record, facts.texts, values);
    facts.tables[static_cast<std::size_t>(facts_schema().find_record(record::record_name<T>()))].append(values);
  }
  PlaceTotal total(std::string_view rule, RegionCode place) { return place_totals(facts, *book, k_year, {book->find_rule(rule)}, {place}).at(place).at(0); }
  std::string value(std::string_view rule, RegionCode place) {
    const PlaceTotal found = total(rule, place);
    return found.value ? found.value->text() : record::Leaf<NotComputed>::to_json_text(*found.why_not);
  }

  rules::BookSource source{k_city, std::nullopt, std::nullopt, {}, {}};
  std::shared_ptr<const rules::Book> book;
  rules::Facts facts;
  std::int64_t last_id = 0;
};

TEST_F(PlaceTotals, CountEachPlaceAndAllPlacesTogether) {
  EXPECT_EQ(value("beds", k_yufeng), "4");
  EXPECT_EQ(value("beds", k_liunan), "1");
  EXPECT_EQ(value("beds", k_city), "5");
  EXPECT_EQ(value("beds", RegionCode()), "5");
}

TEST_F(PlaceTotals, SayTheNumberInTheUnitOfTheRule) {
  FundUse use;
  use.id = {60};
  use.region = code("450203000000");
  use.amount = Fen::parse("123456元").value();
  append(use);
  EXPECT_EQ(value("spent", k_yufeng), "12.3456");
  EXPECT_EQ(value("nursing", k_yufeng), "66.666667");
}

TEST_F(PlaceTotals, ArePlainlyAbsentWhereARegisterThatTheRuleReadsIsEmpty) {
  EXPECT_EQ(value("beds", k_liubei), "no_rows");
  EXPECT_EQ(value("per_thousand", k_liunan), "no_rows") << "beds but no locality";
  EXPECT_EQ(value("per_thousand", k_yufeng), "2");
}

TEST_F(PlaceTotals, SayWhenTheRecordsLeaveThemUndecided) {
  Locality place;
  place.id = {51};
  place.region = code("450204001001");
  append(place);
  EXPECT_EQ(value("per_thousand", k_liunan), "no_value");
}

TEST_F(PlaceTotals, SayWhatTheyCountedAndWhetherSomeOfItIsMadeUp) {
  const PlaceTotal yufeng = total("nursing", k_yufeng);
  EXPECT_EQ(yufeng.record, "bed");
  EXPECT_EQ(yufeng.counted, 4);
  EXPECT_FALSE(yufeng.synthetic);
  EXPECT_TRUE(total("beds", k_liunan).synthetic);
  EXPECT_TRUE(total("beds", k_city).synthetic);
}

TEST_F(PlaceTotals, NameTheRecordsBehindAShareAndBehindBothSidesOfAQuotient) {
  const auto share = counted_records(facts, *book, k_year, book->find_rule("nursing"), k_yufeng, 10);
  ASSERT_EQ(share.size(), 1u);
  EXPECT_EQ(share[0].selected, 4);
  EXPECT_THAT(share[0].ids, ElementsAre(1, 2));
  const auto quotient = counted_records(facts, *book, k_year, book->find_rule("per_thousand"), k_yufeng, 3);
  ASSERT_EQ(quotient.size(), 2u);
  EXPECT_EQ(quotient[0].counted, 4);
  EXPECT_THAT(quotient[0].ids, ElementsAre(1, 2, 3));
  EXPECT_EQ(quotient[1].record, "locality");
  EXPECT_THAT(quotient[1].ids, ElementsAre(50));
}

}  // namespace
}  // namespace laoyou::facts
