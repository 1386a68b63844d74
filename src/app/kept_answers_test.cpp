// What is kept of an answer must never be seen by anyone but those it was made for, nor after what it was made from has changed.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "plan/testing/written_plans.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_city = "450200000000", k_yufeng = "450203000000", k_liunan = "450204000000";

boost::json::value json(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }
std::int64_t total(const http::ClientAnswer& answer) { return json(answer).at("total").as_int64(); }

std::string region(const http::ClientAnswer& answer) { return json(answer).at("region").as_string().c_str(); }

boost::json::object report(std::string_view region, int value) {
  return {{"plan", "liuzhou"}, {"indicator", "bed_total"}, {"region", region}, {"period", "2024"}, {"value", value}, {"source", "survey"}};
}

}  // namespace

class KeptAnswers : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(KeptAnswers);

TEST_P(KeptAnswers, AnAccountNeverGetsWhatWasKeptForAnother) {
  house.add_readings({reading(k_city, "bed_total", "2024", "30"), reading(k_yufeng, "bed_total", "2024", "10"), reading(k_liunan, "bed_total", "2024", "20")});
  const Visitor city = house.visit("city", "official", k_city), yufeng = house.visit("yufeng", "viewer", k_yufeng), liunan = house.visit("liunan", "viewer", k_liunan);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(total(city.get("/api/readings")), 3);
    EXPECT_EQ(total(yufeng.get("/api/readings")), 1);
    EXPECT_THAT(liunan.get("/api/readings").body, testing::AllOf(testing::HasSubstr("450204000000"), testing::Not(testing::HasSubstr("450203000000"))));
    EXPECT_EQ(region(city.get("/api/plans/liuzhou/indicators")), k_city);
    EXPECT_EQ(region(yufeng.get("/api/plans/liuzhou/indicators")), k_yufeng);
    EXPECT_EQ(said(yufeng.get("/api/plans/liuzhou/indicators?region=450204000000")), "403 scope.outside");
  }
}

TEST_P(KeptAnswers, ProjectsClausesAndSumsKeptForTheCityAreNotShownToItsDistrict) {
  const Visitor city = house.visit("city", "official", "650200000000"), district = house.visit("district", "viewer", "650204000000");
  const auto rows = [](const http::ClientAnswer& answer) { return json(answer).at("rows").as_array().size(); };
  for (int round = 0; round < 2; ++round) {
    EXPECT_LT(rows(district.get("/api/plans/karamay/projects")), rows(city.get("/api/plans/karamay/projects")));
    EXPECT_LT(district.get("/api/plans/karamay/clauses").body.size(), city.get("/api/plans/karamay/clauses").body.size());
    const std::string asked = "/api/plans/karamay/summary?region=650204000000";
    EXPECT_LT(district.get(asked).body.size(), city.get(asked).body.size());
  }
}

TEST_P(KeptAnswers, AnswersToDifferentQuestionsAreKeptApart) {
  house.add_readings({reading(k_city, "bed_total", "2023", "30"), reading(k_city, "bed_total", "2024", "31"), reading(k_yufeng, "bed_total", "2024", "10")});
  const Visitor city = house.visit("city", "official", k_city);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(total(city.get("/api/readings?period=2024")), 2);
    EXPECT_EQ(total(city.get("/api/readings?period=2023")), 1);
    EXPECT_EQ(total(city.get("/api/readings?region=450203000000")), 1);
    EXPECT_EQ(total(city.get("/api/readings?plan=liuzhou")), 3);
    EXPECT_EQ(json(city.get("/api/readings?page_rows=2&page=1")).at("rows").as_array().size(), 2u);
    EXPECT_EQ(json(city.get("/api/readings?page_rows=2&page=2")).at("rows").as_array().size(), 1u);
    EXPECT_TRUE(city.get("/api/plans/liuzhou/indicators?group=elderly").body != city.get("/api/plans/liuzhou/indicators?group=childcare").body);
    EXPECT_EQ(region(city.get("/api/plans/liuzhou/indicators/bed_total?region=450203000000")), k_yufeng);
    EXPECT_EQ(region(city.get("/api/plans/liuzhou/indicators/bed_total")), k_city);
  }
}

TEST_P(KeptAnswers, AReportedCorrectedOrRemovedValueShowsAtOnceEverywhere) {
  const Visitor city = house.visit("city", "official", k_city);
  const auto shown = [&] {
    const auto detail = json(city.get("/api/plans/liuzhou/indicators/bed_total"));
    const auto& actual = detail.at("indicator").at("actual");
    return actual.is_null() ? std::string("none") : boost::json::serialize(actual.at("value"));
  };
  const std::string before = shown(), summary = city.get("/api/plans/liuzhou/summary").body, list = city.get("/api/plans/liuzhou/indicators").body;
  ASSERT_EQ(total(city.get("/api/readings")), 0);
  const auto made = city.post("/api/readings", report(k_city, 20345));
  ASSERT_EQ(said(made), "201");
  EXPECT_EQ(shown(), "20345");
  EXPECT_TRUE(city.get("/api/plans/liuzhou/summary").body != summary);
  EXPECT_TRUE(city.get("/api/plans/liuzhou/indicators").body != list);
  EXPECT_EQ(total(city.get("/api/readings")), 1);
  const std::string path = "/api/readings/" + std::string(json(made).at("id").as_string());
  ASSERT_EQ(said(city.put(path, {{"value", 21543}, {"source", "recount"}})), "200");
  EXPECT_EQ(shown(), "21543");
  ASSERT_EQ(said(city.remove(path)), "200");
  EXPECT_EQ(shown(), before);
  EXPECT_TRUE(city.get("/api/plans/liuzhou/indicators").body == list);
  EXPECT_EQ(total(city.get("/api/readings")), 0);
}

TEST(KeptPlanAnswers, AReloadedPlanShowsAtOnce) {
  plan::Files files = plan::town_files();
  plan::WrittenPlans written(files);
  plan::RunningPlans plans(written.path());
  ASSERT_TRUE(plans.reload());
  RunningHouse house(Database::sqlite, plans);
  const Visitor chief = house.visit("chief", "administrator", "000000000000");
  const auto head = chief.get("/api/plans/town"), indicators = chief.get("/api/plans/town/indicators"), seen = house.nobody().get("/api/public/plans/town");
  EXPECT_EQ(chief.get("/api/plans/town").body, head.body);
  for (auto& [name, text] : files)
    for (std::size_t at = text.find("Beds"); at != std::string::npos; at = text.find("Beds", at + 1)) text.replace(at, 4, "Cots");
  files["town/plan.yaml"].replace(files["town/plan.yaml"].find("title: "), 7, "title: New ");
  written.write(files);
  ASSERT_EQ(said(chief.post("/api/plans/reload")), "200");
  EXPECT_THAT(chief.get("/api/plans/town").body, testing::HasSubstr("New "));
  EXPECT_NE(house.nobody().get("/api/public/plans/town").body, seen.body);
  EXPECT_NE(chief.get("/api/plans/town").header("ETag"), head.header("ETag"));
}

}  // namespace laoyou::app
