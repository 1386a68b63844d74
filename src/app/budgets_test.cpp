// Budgets over the wire: who may do what, what is left, and the shares that plans want.
#include <gmock/gmock.h>

#include "app/budget_services.h"
#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;

class Budgets : public OnBothDatabases {
 protected:
  static constexpr std::string_view k_city = "650200000000";
  static boost::json::object line(const std::string& key, const std::string& source, const std::string& purpose, std::int64_t planned) {
    return {{"region", k_city}, {"year", 2025}, {"key", key}, {"name", "项目"}, {"source", source}, {"purpose", purpose}, {"planned", planned}};
  }
  static std::string opened(const Visitor& visitor, const boost::json::object& line) {
    const auto answer = visitor.post("/api/budgets", line);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return boost::json::parse(answer.body).at("line").at("id").as_string().c_str();
  }
  static boost::json::object movement(std::int64_t amount, const std::string& reason = "事由", bool beyond = false) {
    return {{"amount", amount}, {"reason", reason}, {"beyond_line", beyond}};
  }
  static std::int64_t stands(const Visitor& visitor, const std::string& id, std::string_view part) {
    return boost::json::parse(visitor.get("/api/budgets/" + id).body).at("line").at("standing").at(part).as_int64();
  }
};
RUN_ON_BOTH_DATABASES(Budgets);

TEST_P(Budgets, AreReadKeptAndApprovedByThoseWhoMayAndBeyondALineOnlyWithAReason) {
  const Visitor keeper = house.visit_with("keeper", Powers{Power::funds_read, Power::funds_write}, k_city);
  const Visitor approver = house.visit_with("approver", Powers{Power::funds_read, Power::funds_approve}, k_city);
  const Visitor chief = house.visit_with("chief", Powers{Power::funds_read, Power::funds_approve, Power::budget_exceed}, k_city);
  const Visitor stranger = house.visit_with("stranger", Powers{Power::plan_read}, k_city);
  const std::string id = opened(keeper, line("high_age", "budget", "elderly_care", 100'000));
  EXPECT_EQ(said(stranger.get("/api/budgets")), "403 access.power_missing");
  EXPECT_EQ(said(keeper.post("/api/budgets/" + id + "/commit", movement(1))), "403 access.power_missing");
  EXPECT_EQ(said(approver.post("/api/budgets/" + id + "/commit", movement(100'001))), "422 budget.over_line");
  EXPECT_EQ(said(approver.post("/api/budgets/" + id + "/commit", movement(100'001, "事由", true))), "422 budget.may_not_exceed");
  EXPECT_EQ(said(chief.post("/api/budgets/" + id + "/commit", movement(100'001, "", true))), "422 budget.reason");
  EXPECT_EQ(said(chief.post("/api/budgets/" + id + "/commit", movement(100'001, "中央追加，文到补", true))), "200");
  EXPECT_EQ(stands(approver, id, "exceeded"), 1);
  EXPECT_EQ(stands(approver, id, "left"), 0);
  EXPECT_EQ(said(approver.post("/api/budgets/" + id + "/spend", movement(100'001))), "200");
  EXPECT_EQ(stands(approver, id, "spent"), 100'001);
}

TEST_P(Budgets, OfANeighbourAreNotThere) {
  const Visitor keeper = house.visit_with("keeper", Powers{Power::funds_read, Power::funds_write, Power::funds_approve}, k_city);
  const Visitor neighbour = house.visit_with("neighbour", Powers{Power::funds_read, Power::funds_write, Power::funds_approve}, "450200000000");
  const std::string id = opened(keeper, line("high_age", "budget", "elderly_care", 100'000));
  EXPECT_EQ(said(neighbour.get("/api/budgets/" + id)), "404 budget.not_found");
  EXPECT_EQ(said(neighbour.post("/api/budgets/" + id + "/spend", movement(1))), "404 budget.not_found");
  EXPECT_EQ(said(neighbour.post("/api/budgets", line("x", "budget", "other", 1))), "403 scope.outside");
  EXPECT_EQ(boost::json::parse(neighbour.get("/api/budgets?year=2025").body).at("rows").as_array().size(), 0u);
}

TEST_P(Budgets, TellWhetherTheShareThatThePlanWantsIsKept) {
  const Visitor keeper = house.visit_with("keeper", Powers{Power::funds_read, Power::funds_write, Power::funds_approve}, k_city);
  opened(keeper, line("care", "welfare_lottery", "elderly_care", 54'000));
  const std::string other = opened(keeper, line("other", "welfare_lottery", "other", 46'000));
  opened(keeper, line("town", "budget", "other", 1'000'000));
  const auto test = [&] { return boost::json::parse(keeper.get("/api/budgets?year=2025").body).at("tests").as_array().at(0).as_object(); };
  EXPECT_EQ(test().at("plan"), "karamay");
  EXPECT_EQ(test().at("target"), ">= 55 %");
  EXPECT_EQ(test().at("budgeted_holds"), false);
  EXPECT_FALSE(test().contains("spent_holds")) << "nothing is spent yet";
  EXPECT_EQ(said(keeper.post("/api/budgets/" + other + "/adjust", movement(-10'000, "调减"))), "200");
  EXPECT_EQ(test().at("budgeted_holds"), true);
}

}  // namespace
}  // namespace laoyou::app
