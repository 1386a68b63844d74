// A subsidy run approved as a case over the routes of a whole server: each decision acts on the run in its own transaction, and there is no way around.
#include <gmock/gmock.h>

#include <filesystem>

#include "app/running_house_test.h"
#include "budgets/lines.h"
#include "funds/records.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_city = "650200000000", k_county = "650203000000", k_password = "right-horse-7", k_subsidy = "high_age_allowance";

json::object object(const http::ClientAnswer& answer) { return json::parse(answer.body).as_object(); }

/// A computed run of a county, and those who decide about it.
class RunApproval : public testing::TestWithParam<Database> {
 protected:
  RunApproval() : plans(directory.path() / "plans") {
    std::filesystem::copy("plans", directory.path() / "plans", std::filesystem::copy_options::recursive);
    CHECK(plans.reload().has_value());
    house.emplace(GetParam(), plans);
    clerk.emplace(person("clerk", "county_civil_affairs", k_county));
    county.emplace(person("county", "county_civil_affairs", k_county));
    city.emplace(person("city", "city_civil_affairs", k_city));
    finance.emplace(person("finance", "finance", k_city));
    keep_run();
  }

  Visitor person(const std::string& name, const std::string& role, std::string_view region) {
    const accounts::Unit unit{{house->store().new_id()}, 0, code(region), name, powers::OfficeKind::department, std::nullopt};
    write([&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; });
    accounts::CreateAccountRequest request{name, name, role, code(region), std::nullopt, std::string(k_password)};
    request.unit = unit.id;
    EXPECT_TRUE(house->house().accounts().create({0, "command", ""}, request).has_value());
    return Visitor(house->port(), name, k_password);
  }
  void write(const store::Command& command) { ASSERT_TRUE(house->store().write({0, "command", ""}, command).done()); }

  void keep_run() {
    run.id = {house->store().new_id()};
    run.region = code(k_county);
    run.plan = "karamay";
    run.subsidy = k_subsidy;
    run.name = "高龄津贴";
    run.period = Period::parse("2026-10").value();
    run.state = funds::RunState::draft;
    run.paid = 3;
    run.total = Fen::create(30'000).value();
    run.made_at = SystemClock().now();
    write([&](store::Writing& writing) -> Result<void> { writing.insert(run); return {}; });
  }
  void open_line(std::int64_t planned) {
    write([&](store::Writing& writing) -> Result<void> {
      budgets::BudgetLine line;
      line.region = run.region;
      line.year = 2026;
      line.key = line.name = k_subsidy;
      const auto opened = budgets::open_line(writing, house->house().ledger(), line, planned, "年初");
      if (!opened) return opened.error();
      return {};
    });
  }

  std::string run_id() const { return std::to_string(run.id.number); }
  funds::SubsidyRun now() {
    return house->store().read([&](store::Snapshot& snapshot) { return *snapshot.find(store::Scope::country(), run.id); });
  }
  std::vector<funds::RunStep> steps() {
    return house->store().read([&](store::Snapshot& snapshot) { return snapshot.select<funds::RunStep>(store::Scope::country(), store::Filter().equals("run", run.id).order_by("at")); });
  }
  /// Begins the case as the run's page does and hands it in; its id.
  std::string submitted(const std::string& expected = "200") {
    const auto begun = clerk->post("/api/cases", {{"procedure", "subsidy_run_approval"}, {"region", k_county}, {"values", json::object{{"run", run_id()}}}});
    EXPECT_EQ(said(begun), "201");
    const json::object page = object(begun);
    EXPECT_EQ(page.at("values").at("total"), 30'000) << "taken over from the run";
    EXPECT_EQ(page.at("procedure").at("decides_about"), (json::object{{"record", "subsidy_run"}, {"of", "run"}})) << "where its page leads to the run";
    const std::string id(page.at("case").at("id").as_string());
    json::object values = page.at("values").as_object();
    values["over_last"] = false;
    EXPECT_EQ(said(clerk->ask("PUT", "/api/cases/" + id, json::serialize(json::object{{"values", values}}), "application/json")), "200");
    const auto done = clerk->post("/api/cases/" + id + "/acts/submit", {});
    EXPECT_EQ(said(done), expected);
    return id;
  }
  http::ClientAnswer decide(const Visitor& who, const std::string& id, const std::string& step, const std::string& decision, const std::string& text = "") {
    return who.post("/api/cases/" + id + "/acts/decide", {{"part", step}, {"decision", decision}, {"text", text}});
  }
  std::string phase(const std::string& id) { return std::string(object(clerk->get("/api/cases/" + id)).at("case").at("step").as_string()); }

  store::TemporaryDirectory directory;
  plan::RunningPlans plans;
  std::optional<RunningHouse> house;
  std::optional<Visitor> clerk, county, city, finance;
  funds::SubsidyRun run;
};
RUN_ON_BOTH_DATABASES(RunApproval);

}  // namespace

TEST_P(RunApproval, AgreedByCountyCityAndFinanceTheRunMayBePaid) {
  open_line(100'000);
  const std::string id = submitted();
  EXPECT_EQ(said(decide(*county, id, "county_check", "agree")), "200");
  EXPECT_EQ(now().state, funds::RunState::county);
  EXPECT_EQ(said(decide(*city, id, "city_check", "agree")), "200");
  EXPECT_EQ(now().state, funds::RunState::city);
  EXPECT_EQ(said(decide(*finance, id, "finance_check", "approve")), "200");
  EXPECT_EQ(now().state, funds::RunState::approved);
  EXPECT_EQ(std::to_string(now().approval_case.value_or(0)), id);
  EXPECT_EQ(said(city->post("/api/subsidies/runs/" + run_id() + "/act", {{"act", "sent_to_bank"}})), "200");
  EXPECT_EQ(steps().size(), 4u);
}

TEST_P(RunApproval, SentBackTheRunIsADraftAgainWithTheReasonAndTheCaseGoesOn) {
  const std::string id = submitted();
  ASSERT_EQ(said(decide(*county, id, "county_check", "agree")), "200");
  ASSERT_EQ(said(decide(*city, id, "city_check", "back", "三人已迁出")), "200");
  EXPECT_EQ(now().state, funds::RunState::draft);
  EXPECT_EQ(steps().back().act, funds::RunAct::returned);
  EXPECT_EQ(steps().back().note, "三人已迁出");
  EXPECT_EQ(phase(id), "county_check");
  EXPECT_EQ(said(decide(*county, id, "county_check", "give_up", "重新核算")), "200");
  EXPECT_EQ(now().state, funds::RunState::withdrawn);
}

TEST_P(RunApproval, WhatTheRunRefusesIsNotDecidedEither) {
  const std::string id = submitted();
  ASSERT_EQ(said(decide(*county, id, "county_check", "agree")), "200");
  ASSERT_EQ(said(decide(*city, id, "city_check", "agree")), "200");
  EXPECT_EQ(said(decide(*finance, id, "finance_check", "approve")), "422 funds.no_budget_line");
  EXPECT_EQ(now().state, funds::RunState::city);
  EXPECT_EQ(phase(id), "finance_check") << "neither the run nor the case went on";
  EXPECT_EQ(steps().size(), 2u);
}

TEST_P(RunApproval, ThereIsNoWayAroundTheCase) {
  const auto agree = [&](const Visitor& who, const std::string& act) { return said(who.post("/api/subsidies/runs/" + run_id() + "/act", {{"act", act}, {"note", "同意"}})); };
  EXPECT_EQ(agree(*county, "county_agrees"), "409 funds.by_case");
  const std::string id = submitted();
  EXPECT_EQ(agree(*county, "county_agrees"), "409 funds.by_case");
  EXPECT_EQ(agree(*clerk, "withdrawn"), "409 funds.by_case") << "a case has it";
  const std::string second = submitted("422 funds.other_case");
  EXPECT_NE(second, id);
  EXPECT_EQ(said(clerk->post("/api/cases/" + id + "/acts/withdraw", {})), "200");
  EXPECT_EQ(now().approval_case, std::nullopt) << "a case that has ended lets the run go";
  submitted();
}

TEST_P(RunApproval, WithoutTheProcedureTheRunsOwnPageDecides) {
  std::filesystem::remove(directory.path() / "plans/national/procedures/subsidy_run_approval.yaml");
  ASSERT_TRUE(plans.reload().has_value());
  EXPECT_EQ(said(county->post("/api/subsidies/runs/" + run_id() + "/act", {{"act", "county_agrees"}})), "200");
  EXPECT_EQ(now().state, funds::RunState::county);
}

}  // namespace laoyou::app
