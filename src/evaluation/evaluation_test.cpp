// A year of an evaluation from both sides, on both databases.
#include <gmock/gmock.h>

#include "evaluation/acts.h"
#include "evaluation/shown.h"
#include "notices/room.h"
#include "plan/answers/room.h"
#include "registry/collections.h"
#include "registry/institution.h"
#include "store/testing/store_fixture.h"

namespace laoyou::evaluation {
namespace {

using powers::Power;
using store::database_name;
using store::DatabaseKind;

constexpr std::int64_t k_day_ms = 24 * 3'600'000;
const RegionCode k_city = RegionCode::parse("450200000000").value(), k_county = RegionCode::parse("450203000000").value(), k_neighbour = RegionCode::parse("450204000000").value();

std::vector<store::TableDefinition> all_tables() {
  std::vector<store::TableDefinition> all = plan::tables();
  for (auto& each : registry::collections()) all.push_back(std::move(each.table));
  for (auto& each : collections()) all.push_back(std::move(each.table));
  for (auto& table : tables()) all.push_back(std::move(table));
  for (auto& table : notices::tables()) all.push_back(std::move(table));
  all.push_back(store::follower_table());
  return all;
}

plan::RunningPlans& real_plans() {
  static plan::RunningPlans plans("plans");
  static const bool loaded = plans.reload().has_value();
  CHECK(loaded);
  return plans;
}

/// "409 code" without the number: the first code that was said, or "taken".
template <class T>
std::string said(const CheckedResult<T>& outcome) {
  return outcome ? "taken" : outcome.error().front().code;
}

class AYear : public store::OnBothDatabases {
 protected:
  AYear() : store_(store::Store::open(options, clock, random, all_tables())), follower_(*store_), facts_(*store_, follower_, real_plans().current()->facts_layout), services_{*store_, real_plans(), facts_} {}
  ~AYear() override { follower_.stop(); }

  store::Acting as(std::int64_t account, RegionCode scope, powers::Powers powers) const {
    return {store::Actor{account, "web", ""}, store::Scope::of_account(scope), powers, clock.now()};
  }
  store::Acting city() const { return as(1, k_city, {Power::plan_read, Power::values_report, Power::values_sign}); }
  store::Acting place(RegionCode region) const { return as(region.number(), region, {Power::plan_read, Power::values_report, Power::values_sign}); }

  Id<EvaluationRound> open_2025() {
    store::Acting acting = city();
    const auto opened = open_round(services_, acting, {"liuzhou", "county_year", 2025});
    EXPECT_EQ(said(opened), "taken");
    return {std::stoll(opened->id)};
  }
  PlaceDetail look(store::Acting acting, Id<EvaluationRound> round, RegionCode region) {
    const auto found = place_detail(services_, acting, {"liuzhou", round, region});
    EXPECT_EQ(said(found), "taken");
    return found ? *found : PlaceDetail();
  }
  static PlaceReport full_report(const PlaceDetail& of) {
    PlaceReport report;
    report.summary = "建成三个托育园";
    for (const CriterionRow& row : of.criteria) report.answers.push_back({row.criterion.key, row.criterion.points, "有台账"});
    for (const TaskLine& line : of.tasks) report.tasks.push_back({line.task.key, false, line.task.due, std::nullopt});
    return report;
  }
  /// Saved and handed in by the place itself.
  void hand_in(Id<EvaluationRound> round, RegionCode region) {
    store::Acting acting = place(region);
    const PlaceDetail before = look(acting, round, region);
    ASSERT_EQ(said(save_report(services_, acting, {"liuzhou", round, region, before.report_version, full_report(before)})), "taken");
    ASSERT_EQ(said(submit(services_, acting, {"liuzhou", round, region, before.head.version})), "taken");
  }
  /// Nothing is computed for places without values: the review gives what is asked.
  CheckedResult<PlaceDetail> give(Id<EvaluationRound> round, RegionCode region, std::string_view year_report, std::string_view reason = "") {
    store::Acting acting = city();
    const PlaceDetail before = look(acting, round, region);
    std::vector<GivenPoints> points;
    for (const CriterionRow& row : before.criteria) {
      GivenPoints given{row.criterion.key, row.score.computed, std::nullopt};
      if (!row.score.computed) given.points = Decimal::parse(row.criterion.key == "year_report" ? year_report : "1").value();
      if (!reason.empty() && row.criterion.key == "slots") given = {row.criterion.key, Decimal::parse("7").value(), std::string(reason)};
      points.push_back(given);
    }
    return review(services_, acting, {"liuzhou", round, region, before.head.version, points});
  }
  std::vector<RegionCode> regions() {
    const auto library = real_plans().current();
    std::vector<RegionCode> codes;
    for (const auto& region : places_of(*library, *library->find("liuzhou"), *scheme_of(*library->find("liuzhou"), "county_year"))) codes.push_back(region.code);
    return codes;
  }

  std::unique_ptr<store::Store> store_;
  store::Follower follower_;
  facts::FactsKeeper facts_;
  Services services_;
};

}  // namespace

RUN_ON_BOTH_DATABASES(AYear);

TEST_P(AYear, IsHandedInReturnedReviewedRankedObjectedToAnsweredAndPublished) {
  const auto round = open_2025();
  for (const RegionCode region : regions()) hand_in(round, region);
  store::Acting office = city(), county = place(k_county);
  EXPECT_EQ(said(announce(services_, office, {"liuzhou", round, 1})), "evaluation.not_all_reviewed");

  const PlaceDetail seen = look(office, round, k_county);
  EXPECT_EQ(seen.summary, "建成三个托育园");
  EXPECT_EQ(said(give_back(services_, office, {"liuzhou", round, k_county, seen.head.version, " "})), "json.missing_field");
  ASSERT_EQ(said(give_back(services_, office, {"liuzhou", round, k_county, seen.head.version, "托位数与登记册不符"})), "taken");
  EXPECT_EQ(look(county, round, k_county).remark, "托位数与登记册不符");
  hand_in(round, k_county);

  for (const RegionCode region : regions()) ASSERT_EQ(said(give(round, region, region == k_county ? "5" : "3")), "taken");
  EXPECT_FALSE(look(county, round, k_county).head.points) << "points are told with the results";
  ASSERT_EQ(said(announce(services_, office, {"liuzhou", round, 1})), "taken");
  EXPECT_EQ(look(county, round, k_county).head.rank, 1);
  EXPECT_EQ(look(place(k_neighbour), round, k_neighbour).head.rank, 2);
  EXPECT_EQ(round_detail(services_, county, {"liuzhou", round})->places.size(), 1u) << "other places' results are told with the publication";

  store::Acting neighbour = place(k_neighbour);
  ASSERT_EQ(said(object(services_, neighbour, {"liuzhou", round, k_neighbour, look(neighbour, round, k_neighbour).head.version, "年度总结应得满分"})), "taken");
  clock.advance_milliseconds(8 * k_day_ms);
  office.at = county.at = neighbour.at = clock.now();
  EXPECT_EQ(said(publish(services_, office, {"liuzhou", round, 2, "优先安排项目资金", {}})), "evaluation.objections_open");
  const PlaceDetail objected = look(office, round, k_neighbour);
  ASSERT_EQ(said(answer(services_, office, {"liuzhou", round, k_neighbour, objected.head.version, "复核属实", {{"year_report", Decimal::parse("5").value(), std::nullopt}}})), "taken");
  EXPECT_EQ(look(neighbour, round, k_neighbour).head.rank, 1) << "ranked anew";
  EXPECT_EQ(said(object(services_, county, {"liuzhou", round, k_county, look(county, round, k_county).head.version, "迟了"})), "evaluation.objections_over");

  EXPECT_TRUE(published(services_, {"liuzhou"})->rows.empty());
  EXPECT_EQ(said(publish(services_, office, {"liuzhou", round, 2, "优先安排项目资金", {{k_county, Decimal::parse("60").value()}, {k_neighbour, Decimal::parse("50").value()}}})), "evaluation.shares_over");
  ASSERT_EQ(said(publish(services_, office, {"liuzhou", round, 2, "优先安排项目资金", {{k_county, Decimal::parse("60").value()}}})), "taken");
  const auto shown = published(services_, {"liuzhou"});
  ASSERT_EQ(shown->rows.size(), 1u);
  EXPECT_EQ(shown->rows[0].places.size(), regions().size());
  EXPECT_EQ(shown->rows[0].places[0].rank, 1);
  EXPECT_EQ(round_detail(services_, county, {"liuzhou", round})->places.size(), regions().size());
  EXPECT_TRUE(store_->verify_journal().intact());
}

TEST_P(AYear, ADraftIsThePlacesOwnAndNobodyElseTakesItsSteps) {
  const auto round = open_2025();
  store::Acting county = place(k_county), neighbour = place(k_neighbour), office = city();
  const PlaceDetail before = look(county, round, k_county);
  ASSERT_EQ(said(save_report(services_, county, {"liuzhou", round, k_county, before.report_version, full_report(before)})), "taken");
  EXPECT_EQ(look(county, round, k_county).summary, "建成三个托育园");
  EXPECT_FALSE(look(office, round, k_county).summary);
  EXPECT_FALSE(look(office, round, k_county).criteria.front().own_points);
  EXPECT_EQ(said(place_detail(services_, neighbour, {"liuzhou", round, k_county})), "evaluation.not_found");
  EXPECT_EQ(said(save_report(services_, neighbour, {"liuzhou", round, k_county, 1, {}})), "evaluation.not_yours");
  EXPECT_EQ(said(submit(services_, office, {"liuzhou", round, k_county, 1})), "evaluation.not_yours");
  EXPECT_EQ(said(review(services_, county, {"liuzhou", round, k_county, 1, {}})), "evaluation.not_yours") << "nobody reviews himself";
  EXPECT_EQ(said(announce(services_, county, {"liuzhou", round, 1})), "evaluation.not_yours");
  EXPECT_EQ(said(open_round(services_, county, {"liuzhou", "county_year", 2024})), "evaluation.not_yours");
}

TEST_P(AYear, AStepOnWhatHasChangedSinceIsRefusedAndOneOutOfTurnToo) {
  const auto round = open_2025();
  store::Acting county = place(k_county), office = city();
  const PlaceDetail before = look(county, round, k_county);
  EXPECT_EQ(said(submit(services_, county, {"liuzhou", round, k_county, before.head.version})), "evaluation.summary_needed");
  ASSERT_EQ(said(save_report(services_, county, {"liuzhou", round, k_county, before.report_version, full_report(before)})), "taken");
  EXPECT_EQ(said(save_report(services_, county, {"liuzhou", round, k_county, before.report_version, {}})), "record.changed");
  EXPECT_EQ(said(give(round, k_county, "1")), "evaluation.not_now") << "not handed in, and its day is not past";
  EXPECT_EQ(said(accept(services_, county, {"liuzhou", round, k_county, 1})), "evaluation.not_now");
  clock.advance_milliseconds(70 * k_day_ms);
  EXPECT_EQ(said(give(round, k_county, "1")), "taken") << "who hands in nothing is judged without a report";
  EXPECT_EQ(said(open_round(services_, office, {"liuzhou", "county_year", 2025})), "evaluation.opened_already");
  EXPECT_EQ(said(open_round(services_, office, {"liuzhou", "county_year", 2027})), "evaluation.year_not_over");
  EXPECT_EQ(said(open_round(services_, office, {"liuzhou", "quantum", 2025})), "evaluation.no_scheme");
}

TEST_P(AYear, WhatNobodyReportedIsComputedFromTheRegistersAsTheyAreWhenItIsLookedAt) {
  follower_.start();
  const auto round = open_2025();
  const auto score = [&](RegionCode region) {
    const PlaceDetail detail = look(place(region), round, region);
    const auto row = std::find_if(detail.criteria.begin(), detail.criteria.end(), [](const CriterionRow& each) { return each.criterion.key == "nursing_beds"; });
    return row == detail.criteria.end() || !row->score.value ? "nothing" : row->score.value->text() + (row->score.from_registers ? "" : " reported");
  };
  const auto add_bed = [&](bool nursing) {
    ASSERT_TRUE(store_->write(store::Acting::system("test"), [&](store::Writing& writing) -> Result<void> {
      registry::Bed bed;
      bed.id = writing.new_id<registry::Bed>();
      bed.region = RegionCode::parse("450203001001").value();
      bed.nursing = nursing;
      bed.opened = Date::parse("2020-05-01").value();
      writing.insert(bed);
      return {};
    }).result());
    ASSERT_TRUE(follower_.wait_for(store_->journal_head(), std::chrono::seconds(60)));
  };
  EXPECT_EQ(score(k_county), "nothing");
  add_bed(true);
  EXPECT_EQ(score(k_county), "100");
  add_bed(false);
  for (int again = 0; again < 2; ++again) EXPECT_EQ(score(k_county), "50");
  EXPECT_EQ(score(k_neighbour), "nothing") << "it has no beds";
}

TEST_P(AYear, PointsOtherThanComputedNeedAReasonAndEveryCriterionGetsPoints) {
  const auto round = open_2025();
  hand_in(round, k_county);
  store::Acting office = city();
  const PlaceDetail before = look(office, round, k_county);
  EXPECT_EQ(said(review(services_, office, {"liuzhou", round, k_county, before.head.version, {}})), "evaluation.points_needed");
  EXPECT_EQ(said(review(services_, office, {"liuzhou", round, k_county, before.head.version, {{"slots", Decimal::parse("21").value(), "x"}}})), "evaluation.points_outside");
  EXPECT_EQ(said(review(services_, office, {"liuzhou", round, k_county, before.head.version, {{"slots", Decimal::parse("7").value(), std::nullopt}}})), "evaluation.reason_needed");
  EXPECT_EQ(said(give(round, k_county, "5", "登记册漏登两个园")), "taken");
}

}  // namespace laoyou::evaluation
