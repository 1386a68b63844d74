// Runs over fields that a plan adds to registers: frozen with the run, so that what plans do later changes nothing.
#include <gmock/gmock.h>

#include "funds/compare_runs.h"
#include "funds/frozen_fields.h"
#include "record/packed_extensions.h"
#include "funds/testing/small_city.h"
#include "plan/stack/register_field.h"
#include "plan/testing/written_plans.h"

namespace laoyou::funds {
namespace {

using testing::day;
using testing::yuan;

constexpr std::string_view k_subsidy = "meal_grant";

constexpr std::string_view k_plan = R"(
-- town/bank_layouts.csv
layout,position,format,field,heading,width,value
bank_list,1,csv,reference,业务参考号,,
bank_list,2,csv,amount_yuan,金额,,
-- town/fields.csv
record,name,zh,en,kind,unit,choices,privacy,source
resident,way,就餐方式,Way,choice,,home=送餐/Brought home;hall=食堂/In the hall,internal,2
resident,grant,助餐补贴额,Meal grant,money,元,,internal,2
resident,since,助餐起始日,Since,day,,,internal,2
-- town/rules.yaml
subsidies:
  meal_grant:
    name: 助餐补贴
    for: resident where x_town_way = hall and x_town_since <= period.end
    pays: x_town_grant
    every: 月
    unit: 元
    source: 1
-- town/subsidies.csv
subsidy,purpose,corrects_months,layout,source
meal_grant,助餐补贴,6,bank_list,1
)";

/// A year on: another field stands first, the choices are in another order, one is new, and the rule asks for both.
constexpr std::string_view k_plan_of_later = R"(
-- town/fields.csv
record,name,zh,en,kind,unit,choices,privacy,source
resident,alone,独自就餐,Alone,yes_no,,,internal,2
resident,way,就餐方式,Way,choice,,hall=食堂/In the hall;van=餐车/Van;home=送餐/Brought home,internal,2
resident,grant,助餐补贴额,Meal grant,money,元,,internal,2
resident,since,助餐起始日,Since,day,,,internal,2
-- town/rules.yaml
subsidies:
  meal_grant:
    name: 助餐补贴
    for: resident where x_town_way in (hall, van) and x_town_since <= period.end and not (x_town_alone else false)
    pays: x_town_grant
    every: 月
    unit: 元
    source: 1
)";

std::shared_ptr<const plan::Plan> town(std::string_view later = "") {
  const plan::WrittenPlans written(plan::with_files(plan::with_files(plan::town_files(), k_plan), later));
  plan::LoadedPlan loaded = plan::load_plan(written.path("town"), regions::RegionTree::national());
  EXPECT_THAT(written.said(loaded.refusals), ::testing::IsEmpty());
  return std::make_shared<const plan::Plan>(std::move(loaded.plan));
}

class ARunOverFieldsOfAPlan : public ::testing::TestWithParam<store::DatabaseKind> {
 protected:
  Id<registry::Resident> person(std::string name, const char* way, std::int64_t grant_yuan, const char* since) {
    const registry::Resident made = city.person(std::move(name), "1940-05-01", "450203001001");
    set(made.id, "way", std::string(way));
    set(made.id, "grant", yuan(grant_yuan).count());
    set(made.id, "since", std::string(since));
    return made.id;
  }
  void set(Id<registry::Resident> id, const std::string& field, const record::Cell& cell) {
    city.write([&](store::Writing& writing) -> Result<void> {
      const store::Table& table = writing.catalog().table("resident");
      std::vector<record::Cell> cells = *writing.find_row(table, store::Scope::country(), id.number);
      cells[table.plain_position("x_town_" + field)] = cell;
      writing.update_row(table, cells);
      return {};
    });
  }
  RunQuestion question(const std::shared_ptr<const plan::Plan>& plan, std::string_view of) const {
    return {plan, std::string(k_subsidy), testing::period(of), testing::region("450200000000")};
  }
  PreparedRun prepared(const std::shared_ptr<const plan::Plan>& plan, std::string_view of, std::int64_t sequence = 0) {
    const std::int64_t at = sequence == 0 ? city.store().journal_head() : sequence;
    const rules::Facts facts = city.store().read([&](store::Snapshot& snapshot) { return facts_as_of(snapshot, at, *plan->facts_layout); });
    return prepare_run(city.store(), question(plan, of), facts, at).value();
  }
  SubsidyRun kept(const std::shared_ptr<const plan::Plan>& plan, std::string_view of) {
    const ClaimedRun claimed = claim_run(city.store(), store::Acting::system("test"), question(plan, of)).value();
    const PreparedRun run = prepared(plan, of);
    city.write(keeping(city.store(), claimed.run.id, run));
    return city.run(claimed.run.id);
  }
  OpenedRun opened(const SubsidyRun& run) { return open_run(city.store(), run).value(); }
  std::string file_of_frozen(const SubsidyRun& run) { return calculate(opened(run)).value().file; }

  const std::shared_ptr<const plan::Plan> now = town(), later = town(k_plan_of_later);
  testing::SmallCity city{GetParam(), plan::extensions(*later)};
};
INSTANTIATE_TEST_SUITE_P(Funds, ARunOverFieldsOfAPlan, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

}  // namespace

TEST_P(ARunOverFieldsOfAPlan, ComesOutTheSameByteForByteFromWhatWasFrozenAndFromTheJournal) {
  const auto first = person("甲", "hall", 50, "2025-01-01");
  person("乙", "home", 70, "2025-01-01");
  person("丙", "hall", 20, "2025-05-31");
  const SubsidyRun run = kept(now, "2025-05");
  EXPECT_EQ(run.total, yuan(70));
  const std::string file = file_of_frozen(run);
  EXPECT_EQ(digest_of(file), run.file_digest);
  set(first, "grant", yuan(1).count());
  set(first, "way", std::string("home"));
  EXPECT_EQ(file_of_frozen(run), file) << "no plan is asked for it";
  const PreparedRun again = prepared(now, "2025-05", run.journal_sequence);
  EXPECT_EQ(digest_of(again.inputs), run.inputs_digest);
  EXPECT_EQ(again.calculation.file, file);
  EXPECT_EQ(prepared(now, "2025-05").calculation.whole.total, yuan(20));
}

TEST_P(ARunOverFieldsOfAPlan, IsComparedWithOneOfAPlanThatHasOtherFields) {
  const auto first = person("甲", "hall", 50, "2025-01-01"), second = person("乙", "hall", 30, "2025-01-01"), third = person("丙", "home", 40, "2025-01-01");
  const SubsidyRun may = kept(now, "2025-05");
  set(second, "alone", std::int64_t{1});
  set(third, "way", std::string("van"));
  set(first, "grant", yuan(55).count());
  const SubsidyRun june = kept(later, "2025-06");
  EXPECT_EQ(june.total, yuan(95));
  const auto comparison = compare_runs(opened(may), opened(june));
  ASSERT_TRUE(comparison) << comparison.error().front().code << " " << comparison.error().front().place;
  EXPECT_EQ(comparison->before, yuan(80));
  EXPECT_EQ(comparison->after, yuan(95));
  std::map<std::int64_t, std::string> fields;
  for (const Difference& each : comparison->differences)
    for (const Step& step : each.steps)
      for (const ChangedFact& fact : step.facts) fields[each.subject] += fact.field + " " + fact.before + ">" + fact.after + ";";
  EXPECT_EQ(fields[first.number], "resident.x_town_grant 50.00元>55.00元;");
  EXPECT_EQ(fields[second.number], "resident.x_town_alone >是;");
  EXPECT_EQ(fields[third.number], "resident.x_town_way 送餐>餐车;");
}

TEST_P(ARunOverFieldsOfAPlan, IsCorrectedByADayThatCameLateThoughFieldsStandElsewhereNow) {
  const auto first = person("甲", "hall", 50, "2025-01-01");
  person("乙", "hall", 30, "2025-01-01");
  const SubsidyRun may = kept(now, "2025-05");
  city.change<SubsidyRun>(may.id, [](SubsidyRun& run) { run.state = RunState::settled; });
  set(first, "since", std::string("2025-06-01"));
  const PreparedRun june = prepared(later, "2025-06");
  ASSERT_EQ(june.corrections.size(), 1U);
  EXPECT_EQ(june.corrections[0].difference.subject, first.number);
  EXPECT_EQ(june.corrections[0].difference.facts, "resident.x_town_since");
  EXPECT_EQ(june.corrections[0].amount.count(), -yuan(50).count());
}

TEST(TheFrozenFields, AreThoseThatTheBookNeedsAndComeBackAsTheyWere) {
  const auto plan = town(k_plan_of_later);
  const std::vector<record::Extension> fields = fields_of_plans(*plan->book, *plan->facts_layout);
  ASSERT_EQ(fields.size(), 4U);
  EXPECT_EQ(record::pack_extensions(record::unpack_extensions(record::pack_extensions(fields)).value()), record::pack_extensions(fields));
  EXPECT_TRUE(fields_of_plans(*testing::karamay()->book, *town()->facts_layout).empty());
  EXPECT_FALSE(record::unpack_extensions("[{}]"));
}

}  // namespace laoyou::funds
