// A month of a plan from end to end: places fill in, submit, are returned and correct; the level above signs; lights change on open screens.
#include <gmock/gmock.h>

#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view k_city = "650200000000", k_dushanzi = "650202000000", k_karamay = "650203000000", k_baijiantan = "650204000000", k_urho = "650205000000";
constexpr const char* k_indicator = "nursing_bed_share";
const std::string k_report = "/api/plans/karamay/report";

boost::json::value json(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

boost::json::object step(std::string_view region, std::int64_t version) {
  return {{"region", region}, {"period", "2025-Q1"}, {"version", version}};
}

boost::json::object with_remark(std::string_view region, std::int64_t version, std::string_view remark) {
  boost::json::object request = step(region, version);
  request["remark"] = remark;
  return request;
}

/// Keeps one value in the draft.
http::ClientAnswer save(const Visitor& visitor, std::string_view region, double value, const std::string& indicator = k_indicator) {
  return visitor.put(k_report, {{"region", region}, {"period", "2025-Q1"}, {"values", {{{"indicator", indicator}, {"value", value}, {"source", "台账"}}}}});
}

std::int64_t version_of(const http::ClientAnswer& answer) { return json(answer).at("version").as_int64(); }

http::ClientAnswer look(const Visitor& visitor, std::string_view region) { return visitor.get(k_report + "?period=2025-Q1&region=" + std::string(region)); }

std::string state_of(const http::ClientAnswer& answer) {
  const auto body = json(answer);
  const auto* state = body.as_object().if_contains("state");
  return state == nullptr || state->is_null() ? "" : std::string(state->as_string());
}

/// Filled in and submitted by the place itself.
http::ClientAnswer submit(const Visitor& visitor, std::string_view region, double value) {
  const auto saved = save(visitor, region, value);
  EXPECT_EQ(said(saved), "200") << saved.body;
  boost::json::object request = step(region, version_of(saved));
  request["confirmed"] = true;
  return visitor.post(k_report + "/submit", request);
}

std::string light(const Visitor& visitor, std::string_view region) {
  return std::string(json(visitor.get("/api/plans/karamay/indicators/" + std::string(k_indicator) + "?region=" + std::string(region))).at("indicator").at("light").as_string());
}

std::vector<std::string> inbox(const Visitor& visitor) {
  std::vector<std::string> kinds;
  const auto body = boost::json::parse(visitor.get("/api/inbox").body);
  for (const auto& row : body.at("rows").as_array()) kinds.emplace_back(row.at("kind").as_string());
  return kinds;
}

}  // namespace

class PeriodReports : public OnBothDatabases {
 protected:
  const Visitor city = house.visit("city", "official", k_city);
  const Visitor district = house.visit("district", "reporter", k_karamay);
};
RUN_ON_BOTH_DATABASES(PeriodReports);

TEST_P(PeriodReports, AMonthOfFourDistrictsOneReturnedAndCorrectedAndTheCitySigns) {
  const std::vector<std::pair<std::string_view, double>> places{{k_dushanzi, 61}, {k_karamay, 8}, {k_baijiantan, 60}, {k_urho, 70}};
  std::vector<Visitor> reporters;
  for (const auto& [region, value] : places) {
    reporters.push_back(region == k_karamay ? district : house.visit("r" + std::string(region), "reporter", region));
    ASSERT_EQ(said(submit(reporters.back(), region, value)), "200");
  }
  EXPECT_EQ(light(city, k_karamay), "not_reported") << "what nobody has signed counts for nothing";
  EXPECT_TRUE(house.readings().empty());
  auto list = json(city.get("/api/plans/karamay/reports?period=2025-Q1"));
  EXPECT_EQ(list.at("sent"), 4);
  EXPECT_EQ(list.at("approved"), 0);
  EXPECT_EQ(inbox(city), std::vector<std::string>(4, "notice.report_submitted"));

  const std::int64_t seen = version_of(look(city, k_karamay));
  EXPECT_EQ(said(city.post(k_report + "/return", with_remark(k_karamay, seen, " "))), "422 json.missing_field");
  ASSERT_EQ(said(city.post(k_report + "/return", with_remark(k_karamay, seen, "少了一位数"))), "200");
  EXPECT_THAT(inbox(district), ElementsAre("notice.report_returned"));
  EXPECT_EQ(json(look(district, k_karamay)).at("remark"), "少了一位数");
  ASSERT_EQ(said(submit(district, k_karamay, 80)), "200");
  EXPECT_TRUE(inbox(district).empty()) << "what was returned is settled once it is sent again";

  for (const auto& [region, value] : places) ASSERT_EQ(said(city.post(k_report + "/approve", step(region, version_of(look(city, region))))), "200");
  EXPECT_TRUE(inbox(city).empty());
  EXPECT_THAT(inbox(district), ElementsAre("notice.report_approved"));
  EXPECT_EQ(json(city.get("/api/plans/karamay/reports?period=2025-Q1")).at("approved"), 4);
  ASSERT_EQ(house.readings().size(), 4u);
  EXPECT_NE(light(city, k_karamay), "not_reported");
  for (const auto& value : house.readings())
    if (value.region == code(k_karamay)) EXPECT_EQ(value.value.text() + " " + value.reporter.value_or(""), "80 district");
  EXPECT_TRUE(house.store().verify_journal().intact());
}

TEST_P(PeriodReports, ADraftIsSeenAndChangedByItsOwnPlaceAlone) {
  const Visitor neighbour = house.visit("neighbour", "reporter", k_urho), above = house.visit("admin", "administrator", "000000000000");
  const auto saved = save(district, k_karamay, 12);
  ASSERT_EQ(said(saved), "200");
  EXPECT_EQ(said(look(neighbour, k_karamay)), "403 scope.outside");
  EXPECT_EQ(said(save(neighbour, k_karamay, 13)), "403 scope.outside");
  for (const Visitor* other : {&city, &above}) {
    EXPECT_EQ(state_of(look(*other, k_karamay)), "");
    EXPECT_TRUE(json(look(*other, k_karamay)).at("values").as_array().empty());
    EXPECT_EQ(said(save(*other, k_karamay, 13)), "403 reports.not_yours");
    EXPECT_EQ(said(other->post(k_report + "/approve", step(k_karamay, 1))), "404 reports.not_found");
    EXPECT_THAT(other->get("/api/plans/karamay/reports?period=2025-Q1").body, testing::Not(HasSubstr("draft")));
  }
  EXPECT_EQ(json(look(district, k_karamay)).at("values").at(0).at("value"), 12);
}

TEST_P(PeriodReports, ACooperatingUnitReportsButDoesNotSignAndNobodySignsHisOwn) {
  const Visitor clerk = house.visit_with("clerk", {powers::Power::plan_read, powers::Power::values_report}, k_city), own = house.visit("own", "official", k_karamay);
  ASSERT_EQ(said(submit(district, k_karamay, 30)), "200");
  const std::int64_t seen = version_of(look(district, k_karamay));
  EXPECT_EQ(said(clerk.post(k_report + "/approve", step(k_karamay, seen))), "403 access.power_missing");
  EXPECT_EQ(said(own.post(k_report + "/approve", step(k_karamay, seen))), "403 reports.not_yours") << "the level above signs";
  // The city's own report has nobody above it on this server: another account of the city signs it.
  ASSERT_EQ(said(submit(city, k_city, 40)), "200");
  EXPECT_EQ(said(city.post(k_report + "/approve", step(k_city, version_of(look(city, k_city))))), "403 reports.own_report");
  const Visitor second = house.visit("second", "official", k_city);
  EXPECT_EQ(said(second.post(k_report + "/approve", step(k_city, version_of(look(second, k_city))))), "200");
}

TEST_P(PeriodReports, WhatIsSignedStandsUntilItsCorrectionIsSigned) {
  ASSERT_EQ(said(submit(district, k_karamay, 30)), "200");
  ASSERT_EQ(said(city.post(k_report + "/approve", step(k_karamay, version_of(look(city, k_karamay))))), "200");
  EXPECT_EQ(said(save(district, k_karamay, 31)), "422 reports.not_open");
  const std::string id = std::to_string(house.readings().front().id.number);
  EXPECT_EQ(said(district.put("/api/readings/" + id, {{"value", 31}, {"source", "again"}, {"confirmed", true}})), "422 reports.through_report");
  EXPECT_EQ(said(district.remove("/api/readings/" + id)), "422 reports.through_report");
  ASSERT_EQ(said(district.post(k_report + "/correct", with_remark(k_karamay, version_of(look(district, k_karamay)), "核对台账发现漏报"))), "200");
  ASSERT_EQ(said(submit(district, k_karamay, 31)), "200");
  EXPECT_EQ(house.readings().front().value.text(), "30");
  EXPECT_EQ(json(look(city, k_karamay)).at("reason"), "核对台账发现漏报");
  ASSERT_EQ(said(city.post(k_report + "/approve", step(k_karamay, version_of(look(city, k_karamay))))), "200");
  ASSERT_EQ(house.readings().size(), 1u);
  EXPECT_EQ(house.readings().front().value.text(), "31");
}

TEST_P(PeriodReports, AStepOfAVersionThatIsNoLongerTheLastIsRefused) {
  ASSERT_EQ(said(submit(district, k_karamay, 30)), "200");
  const std::int64_t seen = version_of(look(city, k_karamay));
  ASSERT_EQ(said(district.post(k_report + "/recall", step(k_karamay, seen))), "200");
  ASSERT_EQ(said(submit(district, k_karamay, 31)), "200");
  EXPECT_EQ(said(city.post(k_report + "/approve", step(k_karamay, seen))), "409 record.changed");
  EXPECT_TRUE(house.readings().empty());
}

TEST_P(PeriodReports, WrongAndSurprisingValuesAreNamedWithTheirPlace) {
  EXPECT_EQ(said(district.put(k_report, {{"region", k_karamay}, {"period", "2025-Q1"}, {"values", {{{"indicator", k_indicator}, {"value", 130}, {"source", "台账"}}}}})),
            "422 readings.above_most");
  EXPECT_EQ(said(district.post(k_report + "/submit", step(k_karamay, 1))), "404 reports.not_found");
  house.add_readings({[] {
    plan::ReportedValue last = reading("650203000000", k_indicator, "2024", "30");
    last.plan = "karamay";
    return last;
  }()});
  const auto saved = save(district, k_karamay, 80);
  const auto asked = district.post(k_report + "/submit", step(k_karamay, version_of(saved)));
  EXPECT_EQ(said(asked) + " " + accounts::place_of(asked), "422 readings.confirm_change /values/nursing_bed_share/value");
  EXPECT_EQ(state_of(look(district, k_karamay)), "draft");
}

TEST_P(PeriodReports, WhoHasNotReportedIsRemindedOnceADayAndUntilHeDoes) {
  EXPECT_EQ(said(district.post("/api/plans/karamay/reports/remind", {{"period", "2025-Q1"}})), "403 access.power_missing");
  const auto reminded = city.post("/api/plans/karamay/reports/remind", {{"period", "2025-Q1"}});
  ASSERT_EQ(said(reminded), "200");
  EXPECT_GE(json(reminded).at("places").as_int64(), 4);
  city.post("/api/plans/karamay/reports/remind", {{"period", "2025-Q1"}});
  EXPECT_THAT(inbox(district), ElementsAre("notice.report_owed"));
  const auto of_city = inbox(city);
  EXPECT_LE(std::count(of_city.begin(), of_city.end(), "notice.report_owed"), 1) << "what its districts owe is theirs to do";
  ASSERT_EQ(said(submit(district, k_karamay, 30)), "200");
  EXPECT_TRUE(inbox(district).empty());
}

TEST_P(PeriodReports, OpenScreensHearOfASignedReportWithoutAskingAgain) {
  ASSERT_EQ(said(submit(district, k_karamay, 30)), "200");
  const std::int64_t seen = version_of(look(city, k_karamay));
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  const auto screen = house.house().events().subscribe(code(k_city));
  ASSERT_EQ(said(city.post(k_report + "/approve", step(k_karamay, seen))), "200");
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  const std::string heard = screen->take();
  EXPECT_THAT(heard, HasSubstr("event: readings_changed\ndata: {\"plan\":\"karamay\",\"region\":\"650203000000\"}"));
  EXPECT_THAT(heard, HasSubstr("event: records_changed\ndata: {\"record\":\"period_report\"}"));
}

}  // namespace laoyou::app
