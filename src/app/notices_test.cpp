// Notices from end to end: their causes in other rooms, the inbox over the wire, and what open screens hear of it.
#include <gmock/gmock.h>

#include "app/daily_pass.h"
#include "app/running_house_test.h"
#include "jobs/records.h"

namespace laoyou::app {

using testing::HasSubstr;

class Inboxes : public OnBothDatabases {
 protected:
  static boost::json::array rows(const Visitor& visitor, const std::string& query = "") {
    return boost::json::parse(visitor.get("/api/inbox" + query).body).at("rows").as_array();
  }
  static std::vector<std::string> kinds(const Visitor& visitor, const std::string& query = "") {
    std::vector<std::string> kinds;
    for (const auto& row : rows(visitor, query)) kinds.emplace_back(row.at("kind").as_string());
    return kinds;
  }
  static std::int64_t open(const Visitor& visitor) { return boost::json::parse(visitor.get("/api/inbox/counts").body).at("open").as_int64(); }
};
RUN_ON_BOTH_DATABASES(Inboxes);

TEST_P(Inboxes, TheOwnerOfAnAccountIsToldThatItsPasswordWasChangedByItselfOrByAnother) {
  const Visitor chief = house.visit("chief", "administrator", "450200000000");
  const Visitor viewer = house.visit("viewer", "viewer", "450203000000");
  EXPECT_EQ(open(viewer), 0);
  ASSERT_EQ(said(viewer.post("/api/accounts/password", {{"current", "right-horse-7"}, {"new_password", "left-horse-8"}})), "200");
  EXPECT_THAT(kinds(viewer), testing::ElementsAre("notice.password_changed"));
  const std::string id = boost::json::parse(viewer.answer().body).at("id").as_string().c_str();
  ASSERT_EQ(said(chief.post("/api/accounts/" + id + "/password", {{"new_password", "third-horse-9"}})), "200");
  EXPECT_EQ(open(chief), 0) << "it is not the chief's password";
  const Visitor again(house.port(), "viewer", "third-horse-9");
  ASSERT_EQ(said(again.post("/api/accounts/password", {{"current", "third-horse-9"}, {"new_password", "fourth-horse-10"}})), "200");
  EXPECT_THAT(kinds(again), testing::ElementsAre("notice.password_changed", "notice.password_reset", "notice.password_changed")) << "the latest on top";
  EXPECT_EQ(rows(again)[0].at("group"), "urgent");
  EXPECT_EQ(rows(again)[0].at("link"), "/me");
}

TEST_P(Inboxes, WhoReportedAValueIsToldWhenAnotherCorrectsOrRemovesIt) {
  const Visitor district = house.visit("district", "official", "450203000000");
  const Visitor city = house.visit("city", "official", "450200000000");
  const auto reported = district.post("/api/readings", {{"region", "450203000000"}, {"plan", "liuzhou"}, {"indicator", "bed_total"}, {"period", "2025"}, {"value", 4000}, {"source", "census"}});
  ASSERT_EQ(reported.status, 201) << reported.body;
  const std::string id = boost::json::parse(reported.body).at("id").as_string().c_str();
  ASSERT_EQ(said(district.put("/api/readings/" + id, {{"value", 4100}, {"source", "census"}, {"confirmed", true}})), "200");
  EXPECT_EQ(open(district), 0) << "one's own correction is no news";
  ASSERT_EQ(said(city.put("/api/readings/" + id, {{"value", 4200}, {"source", "inspection"}, {"confirmed", true}})), "200");
  const auto told = rows(district);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].at("kind"), "notice.value_corrected");
  EXPECT_THAT(told[0].at("title").as_string().c_str(), HasSubstr("由 4100 改为 4200"));
  EXPECT_EQ(told[0].at("link"), "/plans/liuzhou/indicators/bed_total");
  ASSERT_EQ(said(district.remove("/api/readings/" + id)), "200");
  EXPECT_EQ(kinds(city), std::vector<std::string>{"notice.value_removed"});
}

TEST_P(Inboxes, ADayTellsThoseWhoReportWhatComesDueAndNothingTwice) {
  const Visitor city = house.visit("city", "official", "450200000000");
  const auto day = Date::parse("2025-12-15").value();  // most dates of the plan are the end of that year
  ASSERT_TRUE(pass_day(house.store(), real_plans(), day));
  const std::int64_t told = open(city);
  EXPECT_GT(told, 0);
  const std::int64_t head = house.store().journal_head();
  ASSERT_TRUE(pass_day(house.store(), real_plans(), day));
  EXPECT_EQ(house.store().journal_head(), head);
  for (const auto& row : rows(city)) {
    EXPECT_THAT(row.at("kind").as_string().c_str(), testing::EndsWith("_due"));
    EXPECT_EQ(row.at("due").as_string(), "2025-12-31");
  }
  ASSERT_TRUE(pass_day(house.store(), real_plans(), day.plus_days(80)));
  EXPECT_EQ(open(city), 0) << "what is long past is not held against anybody";
}

TEST_P(Inboxes, ActsOverTheWireAndTheWayBack) {
  const Visitor viewer = house.visit("viewer", "viewer", "450203000000");
  ASSERT_EQ(said(viewer.post("/api/accounts/password", {{"current", "right-horse-7"}, {"new_password", "left-horse-8"}})), "200");
  const auto id = rows(viewer)[0].at("id");
  const boost::json::object all{{"notices", boost::json::array{id}}};
  EXPECT_EQ(said(viewer.post("/api/inbox/read", all)), "200");
  EXPECT_EQ(rows(viewer)[0].at("read"), true);
  EXPECT_EQ(said(viewer.post("/api/inbox/done", all)), "200");
  EXPECT_EQ(open(viewer), 0);
  EXPECT_EQ(rows(viewer, "?view=done")[0].at("view"), "done");
  EXPECT_EQ(said(viewer.post("/api/inbox/reopen", all)), "200");
  EXPECT_EQ(open(viewer), 1);
  EXPECT_EQ(said(viewer.post("/api/inbox/snooze", {{"notices", boost::json::array{id}}, {"day", "2020-01-01"}})), "422 notices.day_not_ahead");
  EXPECT_EQ(said(viewer.post("/api/inbox/delegate", {{"notices", boost::json::array{id}}, {"account", "1"}})), "422 notices.not_of_unit");
  EXPECT_EQ(said(house.visit("other", "viewer", "450203000000").post("/api/inbox/done", all)), "404 notices.not_found");
  EXPECT_EQ(said(viewer.get("/api/inbox?after=nonsense")), "422 records.page_unknown");
}

TEST_P(Inboxes, WhoAskedForAJobIsToldWhenItFailsAndOfARecurringOneThoseWhoManageAccounts) {
  const Visitor chief = house.visit("chief", "administrator", "000000000000");
  const Visitor clerk = house.visit("clerk", "official", "450203000000");
  jobs::Job own, recurring;
  own.account = std::stoll(boost::json::parse(clerk.answer().body).at("id").as_string().c_str());
  own.region = code("450203000000");
  recurring.schedule = "verify_journal";
  const auto fail = [&](store::Writing& writing) -> Result<void> {
    for (jobs::Job* job : {&own, &recurring}) {
      job->id = writing.new_id<jobs::Job>();
      writing.insert(*job);
      job->state = jobs::JobState::failed;
      writing.update(*job);
      job->phase = "afterwards";
      writing.update(*job);
    }
    return {};
  };
  ASSERT_TRUE(house.store().write({0, "system", "test"}, fail).done());
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  EXPECT_EQ(kinds(clerk), std::vector<std::string>{"notice.job_failed"});
  EXPECT_EQ(kinds(chief), std::vector<std::string>{"notice.schedule_failed"});
}

TEST_P(Inboxes, TheScreensOfTheReaderAndNoOthersHearOfIt) {
  const Visitor viewer = house.visit("viewer", "viewer", "450203000000");
  http::Caller caller;
  caller.account = std::stoll(boost::json::parse(viewer.answer().body).at("id").as_string().c_str());
  caller.scope = code("450203000000");
  const auto own = house.house().events().subscribe(caller).value();
  caller.account += 1;
  const auto others = house.house().events().subscribe(caller).value();
  ASSERT_EQ(said(viewer.post("/api/accounts/password", {{"current", "right-horse-7"}, {"new_password", "left-horse-8"}})), "200");
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  EXPECT_THAT(own->take(), HasSubstr("event: inbox_changed"));
  EXPECT_EQ(others->take(), "");
}

TEST(DailyPasses, RunAtOnceThenOnceADayAndEndAtOnce) {
  ManualClock clock(Instant{1'795'000'000'000});
  std::mutex mutex;
  std::vector<Date> days;
  {
    const DailyPass daily(clock, [&](Date day) { const std::lock_guard lock(mutex); days.push_back(day); }, [](const std::string&) {});
    const auto passed = [&] {
      const std::lock_guard lock(mutex);
      return !days.empty();
    };
    for (int i = 0; i < 2000 && !passed(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_THAT(days, testing::ElementsAre(clock.now().beijing_day()));
}

}  // namespace laoyou::app
