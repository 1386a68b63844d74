#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "plan/testing/written_plans.h"

namespace laoyou::app {

TEST(Reload, AFolderWithFaultsAnswersWithEveryPlaceAndTheOldPlanRunsOn) {
  plan::Files files = plan::town_files();
  plan::WrittenPlans written(files);
  plan::RunningPlans plans(written.path());
  ASSERT_TRUE(plans.reload());
  RunningHouse house(Database::sqlite, plans);
  const Visitor chief = house.visit("chief", "administrator", "000000000000");
  const std::string tasks = files["town/tasks.csv"];
  files["town/tasks.csv"] = "number,title,lead,group,source\n1,Build,Nobody,elderly,2\n2,Teach,Bureau,elderly,7\n";
  written.write(files);
  const auto refused = chief.post("/api/plans/reload");
  EXPECT_EQ(refused.status, 422);
  std::vector<std::string> places;
  const auto problem = boost::json::parse(refused.body);
  for (const auto& error : problem.at("errors").as_array()) places.push_back(error.at("place").as_string().c_str());
  EXPECT_THAT(places, testing::UnorderedElementsAre(testing::EndsWith("town/tasks.csv:2:1"), testing::EndsWith("town/tasks.csv:3:1")));
  EXPECT_EQ(boost::json::parse(chief.get("/api/plans/town/tasks").body).at("rows").at(0).at("title"), "Build");
  files["town/tasks.csv"] = tasks + "2,Teach,Bureau,both,2\n";
  written.write(files);
  const auto events = house.house().events().subscribe(code("450203000000"));
  EXPECT_EQ(chief.post("/api/plans/reload").body, R"({"plans":2})");
  EXPECT_THAT(events->take(), testing::HasSubstr("plans_changed"));
  EXPECT_EQ(boost::json::parse(chief.get("/api/plans/town/tasks").body).at("rows").as_array().size(), 2u);
}

TEST(Reload, AnAdministratorOfOneCityCannotReloadThePlansOfAll) {
  RunningHouse house;
  EXPECT_EQ(said(house.visit("chief", "administrator", "450200000000").post("/api/plans/reload")), "403 plan.reload_not_allowed");
}

TEST(Reload, ReadingsOfAPlanThatIsGoneStayInTheDatabase) {
  plan::Files files = plan::town_files();
  plan::WrittenPlans written(files);
  plan::RunningPlans plans(written.path());
  ASSERT_TRUE(plans.reload());
  RunningHouse house(Database::sqlite, plans);
  const Visitor chief = house.visit("chief", "administrator", "000000000000");
  const boost::json::object report{{"plan", "town"}, {"indicator", "beds"}, {"region", "450203000000"}, {"period", "2024"}, {"value", 7}, {"source", "survey"}};
  ASSERT_EQ(said(chief.post("/api/readings", report)), "201");
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("town/"); });
  written.write(files);
  ASSERT_EQ(said(chief.post("/api/plans/reload")), "200");
  EXPECT_EQ(said(chief.get("/api/plans/town")), "404 plan.not_found");
  EXPECT_EQ(boost::json::parse(chief.get("/api/readings").body).at("total"), 1);
}

}  // namespace laoyou::app
