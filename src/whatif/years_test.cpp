#include "whatif/years.h"

#include <gmock/gmock.h>

#include "plan/stack/library.h"
#include "whatif/changes.h"

namespace laoyou::whatif {
namespace {

class TheYearsAhead : public testing::Test {
 protected:
  static const Asked& asked() {
    static const Asked made = [] {
      const auto library = plan::load_library("plans").value();
      return Asked{library, library->find("karamay"), RegionCode::parse("650200000000").value(), Period::month(2026, 6)};
    }();
    return made;
  }
  const rules::RecordKind& kind() const { return schema.records[static_cast<std::size_t>(record)]; }

  void people(std::string_view born, int many, std::string_view region = "650203001001") {
    std::vector<rules::Value> values(kind().fields.size());
    const auto put = [&](const char* field, rules::Value value) { values[static_cast<std::size_t>(kind().find(field))] = value; };
    for (int i = 0; i < many; ++i) {
      put("id", ++last_id);
      put("region", RegionCode::parse(region)->number());
      put("hukou", RegionCode::parse(region)->number());
      put("born", born.empty() ? rules::Value() : rules::Value(Date::parse(born)->days()));
      put("sex", i % 2);
      facts.tables[static_cast<std::size_t>(record)].append(values);
    }
  }
  static YearsRequest high_age(std::optional<std::int32_t> years = {}) {
    YearsRequest request;
    request.plan = "karamay";
    request.total = "high_age_allowance_total";
    request.variant = {"", {{"high_age_allowance_amount", std::nullopt, {{"80..89", "80元"}, {"90..", "150元"}}}}, {}};
    request.years = years;
    return request;
  }

  const rules::Schema& schema = asked().plan->book->schema;
  const int record = schema.find_record("resident");
  rules::Facts facts{schema};
  std::int64_t last_id = 0;
};

double number(const std::optional<Decimal>& value) { return std::stod(value->text()); }

TEST_F(TheYearsAhead, BeginWithWhatTheChangeCostsNow) {
  people("1940-05-01", 100);
  people("1930-05-01", 40);
  people("1990-05-01", 100);
  const Years years = years_over(asked(), facts, high_age()).value();
  ASSERT_EQ(years.rows.size(), 6u);
  const auto what_if = what_if_of(*asked().plan, high_age().variant, asked().period.first_day()).value();
  const auto now = changes_of(what_if, facts, {asked().period, touched_totals(what_if), asked().region, RegionLevel::county, 1});
  const rules::Rule& rule = what_if.before->rules[static_cast<std::size_t>(what_if.before->find_rule("high_age_allowance_total"))];
  EXPECT_EQ(years.rows[0].before, shown_number(rule, now[0].whole.before));
  EXPECT_EQ(years.rows[0].after, shown_number(rule, now[0].whole.after));
  EXPECT_EQ(years.rows[0].reach_after, now[0].whole.reach_after);
  EXPECT_EQ(years.rows[0].people, 240);
  EXPECT_EQ(years.rows[5].period, Period::month(2031, 6));
}

TEST_F(TheYearsAhead, LoseThoseWhoDieAndGainThoseWhoGrowOldEnough) {
  people("1940-05-01", 1000);  // 86 now
  const Years dying = years_over(asked(), facts, high_age()).value();
  EXPECT_LT(number(dying.rows[5].after), number(dying.rows[0].after));
  EXPECT_GT(number(dying.rows[5].after), 0.2 * number(dying.rows[0].after));
  people("1948-05-01", 1000);  // 78 now, 80 in two years
  const Years growing = years_over(asked(), facts, high_age()).value();
  EXPECT_EQ(growing.rows[1].reach_after, dying.rows[1].reach_after);
  EXPECT_GT(growing.rows[2].reach_after, dying.rows[2].reach_after + 800);
}

TEST_F(TheYearsAhead, AddUpWithoutTheFirst) {
  people("1940-05-01", 500);
  const Years years = years_over(asked(), facts, high_age(3)).value();
  double after = 0;
  for (std::size_t year = 1; year < years.rows.size(); ++year) after += number(years.rows[year].after);
  EXPECT_NEAR(number(years.after), after, 0.03) << "each is rounded to a fen by itself";
  EXPECT_NEAR(number(years.difference), number(years.after) - number(years.before), 0.02);
}

TEST_F(TheYearsAhead, KeepWhoHasNoDayOfBirthAsTheyAreAndOtherCitiesOut) {
  people("", 7);
  people("1940-05-01", 9, "450203001001");
  const Years years = years_over(asked(), facts, high_age()).value();
  EXPECT_EQ(years.rows[0].reach_after, 0);
  EXPECT_EQ(years.rows[5].people, 7);
}

TEST_F(TheYearsAhead, AreOfTotalsOverPeopleAlone) {
  YearsRequest of_beds = high_age();
  of_beds.total = "bed_total";
  EXPECT_THAT(years_over(asked(), facts, of_beds).error().front().code, testing::AnyOf("whatif.no_sum", "whatif.no_people"));
  EXPECT_EQ(years_over(asked(), facts, high_age(11)).error().front().code, "whatif.years");
  YearsRequest unknown = high_age();
  unknown.total = "nothing";
  EXPECT_EQ(years_over(asked(), facts, unknown).error().front().code, "rules.no_such_rule");
}

}  // namespace
}  // namespace laoyou::whatif
