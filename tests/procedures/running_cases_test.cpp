// What happens to running cases beside their own acts: a deputy acts for who is away, a newer version of the procedure is gone over to, time passes where a
// decision cannot be carried out, other systems are told.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "app/running_house_test.h"
#include "cases/perform.h"
#include "cases/route_kit.h"
#include "webhooks/records.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_district = "450203000000", k_password = "right-horse-7";

json::object object(const http::ClientAnswer& answer) { return json::parse(answer.body).as_object(); }

/// A house whose plans are its own, so that they may change while it runs, with a complaint in it.
class RunningCases : public testing::TestWithParam<Database> {
 protected:
  RunningCases() : plans(directory.path() / "plans") {
    std::filesystem::copy("plans", directory.path() / "plans", std::filesystem::copy_options::recursive);
    CHECK(plans.reload().has_value());
    house.emplace(GetParam(), plans);
  }

  void change(std::string_view before, std::string_view after) {
    const std::filesystem::path file = directory.path() / "plans/national/procedures/complaint.yaml";
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t found = text.find(before);
    ASSERT_NE(found, std::string::npos);
    std::ofstream(file) << text.replace(found, before.size(), after);
    ASSERT_TRUE(plans.reload().has_value());
  }

  Id<accounts::Unit> unit() {
    const accounts::Unit made{{house->store().new_id()}, 0, code(k_district), "民政局", powers::OfficeKind::department, std::nullopt};
    EXPECT_TRUE(house->store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(made); return {}; }).done());
    return made.id;
  }
  Visitor colleague(const std::string& name, const std::string& role, Id<accounts::Unit> unit) {
    accounts::CreateAccountRequest request{name, name, role, code(k_district), std::nullopt, std::string(k_password)};
    request.unit = unit;
    EXPECT_TRUE(house->house().accounts().create({0, "command", ""}, request).has_value());
    return Visitor(house->port(), name, k_password);
  }
  void complain() {
    const json::object values{{"field", "elderly"}, {"channel", "web"}, {"place_name", "某养老院"}, {"subject", "fees"}, {"account", "押金不退"}, {"danger_now", false}, {"child_harmed", false}, {"anonymous", true}};
    const auto answer = house->nobody().post("/api/public/cases", {{"procedure", "complaint"}, {"region", k_district}, {"values", values}});
    EXPECT_EQ(said(answer), "200") << answer.body;
  }
  json::array tasks(const Visitor& of) { return object(of.get("/api/cases/tasks")).at("rows").as_array(); }
  std::string id_of(const json::value& row) { return std::string(row.at("id").as_string()); }
  http::ClientAnswer accept(const Visitor& who, const std::string& id) { return who.post("/api/cases/" + id + "/acts/decide", {{"part", "civil"}, {"decision", "accept"}}); }
  /// From the account's own page.
  std::string account_of(const Visitor& asking, const std::string& name) {
    const json::object page = object(asking.get("/api/cases/absences"));
    for (const auto& each : page.at("colleagues").as_array())
      if (each.at("name").as_string() == name) return std::string(each.at("account").as_string());
    return "";
  }

  store::TemporaryDirectory directory;
  plan::RunningPlans plans;
  std::optional<RunningHouse> house;
};

TEST_P(RunningCases, ADeputySeesAndDoesWhatWaitsForWhoIsAwayAndItIsSaidInWhosePlace) {
  const auto bureau = unit();
  const Visitor civil = colleague("civil", "county_civil_affairs", bureau), deputy = colleague("deputy", "viewer", bureau), other = colleague("other", "viewer", unit());
  complain();
  ASSERT_EQ(tasks(civil).size(), 1u);
  const std::string id = id_of(tasks(civil)[0]);
  EXPECT_EQ(tasks(deputy).size(), 0u);
  EXPECT_EQ(said(accept(deputy, id)), "404 cases.not_found");
  const std::string today = SystemClock().now().beijing_day().text();
  const auto away = [&](const Visitor& who, const std::string& for_whom) { return who.post("/api/cases/absences", {{"deputy", for_whom}, {"from", today}, {"until", today}}); };
  EXPECT_EQ(said(away(civil, "1")), "422 cases.no_colleague") << "nobody of another unit";
  const auto answer = away(civil, account_of(civil, "deputy"));
  ASSERT_EQ(said(answer), "200") << answer.body;
  EXPECT_EQ(tasks(civil).size(), 1u) << "both see it";
  ASSERT_EQ(tasks(deputy).size(), 1u);
  EXPECT_EQ(tasks(deputy)[0].at("in_place_of").as_string(), "civil");
  EXPECT_EQ(tasks(other).size(), 0u);
  EXPECT_EQ(object(deputy.get("/api/cases/" + id)).at("in_place_of").as_string(), "civil");
  EXPECT_EQ(said(accept(deputy, id)), "200");
  const json::array events = object(civil.get("/api/cases/" + id)).at("events").as_array();
  EXPECT_EQ(events.back().at("who").as_string(), "deputy");
  EXPECT_EQ(events.back().at("in_place_of").as_string(), "civil");
  const std::string absence(object(civil.get("/api/cases/absences")).at("own").as_array().at(0).at("id").as_string());
  EXPECT_EQ(said(other.ask("DELETE", "/api/cases/absences/" + absence, "", "")), "404 absences.not_found");
  EXPECT_EQ(said(civil.ask("DELETE", "/api/cases/absences/" + absence, "", "")), "200");
  EXPECT_EQ(said(deputy.get("/api/cases/" + id)), "404 cases.not_found") << "over";
}

TEST_P(RunningCases, CasesGoOverToTheNewerVersionAfterAPreviewAndTheirJournalStillRebuildsThem) {
  const Visitor civil = colleague("civil", "county_civil_affairs", unit());
  const Visitor chief = house->visit_with("chief", powers::Powers::all(), k_district);
  complain();
  complain();
  EXPECT_EQ(said(accept(civil, id_of(tasks(civil)[0]))), "200");
  EXPECT_EQ(object(chief.get("/api/procedures/complaint/moves")).at("rows").as_array().size(), 0u) << "none is behind";
  change("name: 登记受理", "name: 登记");
  const json::array rows = object(chief.get("/api/procedures/complaint/moves")).at("rows").as_array();
  ASSERT_EQ(rows.size(), 2u);
  for (const auto& row : rows) EXPECT_TRUE(row.at("hindered").as_array().empty()) << json::serialize(row);
  EXPECT_EQ(said(civil.ask("POST", "/api/procedures/complaint/moves", "{}", "application/json")).substr(0, 3), "403");
  const json::object done = object(chief.post("/api/procedures/complaint/moves", {}));
  EXPECT_EQ(done.at("moved"), 2);
  EXPECT_EQ(object(chief.get("/api/procedures/complaint/moves")).at("rows").as_array().size(), 0u);
  cases::Desk desk(house->house().case_services());
  house->store().read([&](store::Snapshot& snapshot) {
    for (const cases::CaseFile& file : snapshot.select<cases::CaseFile>(store::Scope::country())) {
      const auto open = cases::open_case(desk, snapshot, file.id.number);
      ASSERT_TRUE(open.has_value());
      EXPECT_EQ(open->procedure->steps.front().name.zh, "登记");
      const auto again = cases::replayed(desk, snapshot, *open);
      ASSERT_TRUE(again.has_value()) << again.error().code;
      EXPECT_EQ(*again, open->state);
    }
  });
}

TEST_P(RunningCases, EachEventIsQueuedForTheWebhooksThatWantItAndHoldsNobodysName) {
  const Visitor civil = colleague("civil", "county_civil_affairs", unit());
  const Visitor chief = house->visit_with("chief", powers::Powers::all(), k_district);
  EXPECT_EQ(said(chief.post("/api/webhooks", {{"name", "平台"}, {"url", "http://10.0.0.1/"}})), "422 webhooks.url");
  const auto made = chief.post("/api/webhooks", {{"name", "平台"}, {"url", "https://example.com/events"}, {"procedures", "complaint"}});
  ASSERT_EQ(said(made), "201") << made.body;
  EXPECT_EQ(object(made).at("secret").as_string().size(), 64u);
  EXPECT_EQ(said(chief.post("/api/webhooks", {{"name", "别的"}, {"url", "https://example.com/"}, {"procedures", "incident"}})), "201");
  complain();
  EXPECT_EQ(said(accept(civil, id_of(tasks(civil)[0]))), "200");
  house->store().read([&](store::Snapshot& snapshot) {
    const auto queued = snapshot.select<webhooks::WebhookDelivery>(store::Scope::country(), store::Filter().order_by("id"));
    ASSERT_EQ(queued.size(), 2u);
    EXPECT_EQ(json::parse(queued[0].body).at("act").as_string(), "submit");
    EXPECT_EQ(json::parse(queued[1].body).at("decision").as_string(), "accept");
    EXPECT_THAT(queued[0].body, testing::Not(testing::HasSubstr("押金")));
  });
  const std::string id(object(made).at("id").as_string());
  EXPECT_EQ(said(chief.post("/api/webhooks/" + id + "/skip", {})).substr(0, 1), "2");
  const json::object list = object(chief.get("/api/webhooks"));
  EXPECT_EQ(list.at("rows").as_array().at(0).at("waiting"), 1);
  EXPECT_THAT(json::serialize(list), testing::Not(testing::HasSubstr("secret")));
}

TEST_P(RunningCases, WhatTimeCannotCarryOutLeavesNothingBehindAndHoldsNobodyElseUp) {
  cases::Desk desk(house->house().case_services());
  const RegionCode district = code(k_district);
  const Instant begun = SystemClock().now();
  cases::ProcedurePtr filing;
  for (const cases::ProcedurePtr& each : desk.services.procedures(district))
    if (each->key == "nursery_filing") filing = each;
  ASSERT_TRUE(filing);
  // Its place has vanished from the register, so that what follows from the passed term cannot be written there.
  cases::OpenCase lost{{}, filing, {}, {}, {}};
  lost.file.region = lost.state.region = district;
  lost.file.procedure = filing->key;
  lost.file.procedure_version = filing->version;
  lost.file.number = "1";
  lost.values["place"] = "99";
  lost.state.phase = procedures::Phase::running;
  lost.state.step = "correct";
  lost.state.submitted = lost.state.changed = begun;
  procedures::PartState part;
  part.part = "correct";
  part.started = begun;
  lost.state.parts.push_back(part);
  ASSERT_TRUE(house->store()
                  .write({0, "test", ""},
                         [&](store::Writing& writing) -> Result<void> {
                           lost.file.id = writing.new_id<cases::CaseFile>();
                           cases::keep_version(desk.services, writing, *filing);
                           cases::store_case(desk, writing, lost, true);
                           return {};
                         })
                  .done());
  complain();
  const cases::TimePassed passed = cases::let_time_pass(desk, begun.plus_milliseconds(90LL * 86'400'000));
  EXPECT_EQ(passed.held_up, 1u);
  EXPECT_GE(passed.acts, 1u) << "the complaint behind it";
  complain();
  complain();
  const cases::TimePassed together = cases::let_time_pass(desk, begun.plus_milliseconds(200LL * 86'400'000));
  EXPECT_EQ(together.held_up, 1u);
  EXPECT_GE(together.acts, 2u) << "in one command with it";
  house->store().read([&](store::Snapshot& snapshot) {
    EXPECT_EQ(snapshot.count<cases::CaseDocument>(store::Scope::country(), store::Filter().equals("of_case", lost.file.id)), 0) << "no refusal was printed";
    EXPECT_EQ(cases::open_case(desk, snapshot, lost.file.id.number)->state, lost.state);
  });
}

INSTANTIATE_TEST_SUITE_P(House, RunningCases, testing::Values(Database::sqlite, Database::postgresql), database_name);

}  // namespace
}  // namespace laoyou::app
