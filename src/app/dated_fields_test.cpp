// A field that follows other records, and fields found by their last four, through the door.
#include <gmock/gmock.h>

#include "app/answer_check_test.h"
#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view k_district = "450203000000";

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

class APersonOfTheRegister : public OnBothDatabases {
 protected:
  Visitor clerk = house.visit("clerk", "official", k_district);

  std::string make(const std::string& path, boost::json::object body) {
    body["region"] = k_district;
    const http::ClientAnswer answer = clerk.post(path, body);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.status == 201 ? std::string(parsed(answer).at("row").at("id").as_string()) : "";
  }
  std::string assess(const std::string& resident, std::string_view day, std::string_view grade) {
    return make("/api/assessments", {{"resident", resident}, {"day", day}, {"grade", grade}});
  }
  std::vector<std::string> found(const Visitor& visitor, const std::string& query) {
    const http::ClientAnswer answer = visitor.get("/api/residents" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::vector<std::string> ids;
    const boost::json::value list = parsed(answer);
    for (const auto& row : list.at("rows").as_array()) ids.emplace_back(row.at("id").as_string());
    return ids;
  }
};

TEST_P(APersonOfTheRegister, HasTheGradeOfTheLastAssessmentAndOfAnyOtherDay) {
  const std::string wang = make("/api/residents", {{"name", "王小明"}}), li = make("/api/residents", {{"name", "李红"}});
  const std::string first = assess(wang, "2025-03-01", "mild");
  assess(wang, "2026-05-01", "severe");
  assess(wang, "2025-09-01", "moderate");
  EXPECT_THAT(found(clerk, "?care_grade=severe"), ElementsAre(wang));
  EXPECT_THAT(found(clerk, "?care_grade=severe&as_of=2026-04-30"), ElementsAre());
  EXPECT_THAT(found(clerk, "?care_grade=moderate&as_of=2026-04-30"), ElementsAre(wang));
  EXPECT_THAT(found(clerk, "?care_grade=mild&as_of=2025-03-01"), ElementsAre(wang));
  EXPECT_THAT(found(clerk, "?care_grade=none&as_of=2025-02-28"), testing::UnorderedElementsAre(wang, li));
  const std::string path = "/api/residents/" + wang;
  const http::ClientAnswer past = clerk.get(path + "/history");
  EXPECT_THAT(AnswerCheck(house).faults("GET", path + "/history", past), testing::IsEmpty());
  const boost::json::value history = parsed(past);
  ASSERT_EQ(history.at("lines").as_array().size(), 1u);
  std::vector<std::string> days;
  for (const auto& value : history.at("lines").at(0).at("values").as_array()) days.emplace_back(value.at("from").as_string());
  EXPECT_THAT(days, ElementsAre("2026-05-01", "2025-09-01", "2025-03-01"));
  EXPECT_THAT(boost::json::serialize(history.at("names")), HasSubstr("鱼峰区")) << "places of the entries by name";
}

TEST_P(APersonOfTheRegister, IsNotGradedPastTheAssessments) {
  const std::string wang = make("/api/residents", {{"name", "王小明"}, {"care_grade", "mild"}});
  assess(wang, "2026-05-01", "severe");
  const boost::json::object row = parsed(clerk.get("/api/residents/" + wang)).at("row").as_object();
  const http::ClientAnswer kept = clerk.put("/api/residents/" + wang, {{"region", k_district}, {"version", row.at("version")}, {"care_grade", "intact"}});
  EXPECT_EQ(kept.status, 200) << kept.body;
  EXPECT_THAT(found(clerk, "?care_grade=severe"), ElementsAre(wang)) << "a form leaves it to the assessments";
  const std::string sheet = "编号,姓名,能力等级\n" + wang + ",王*,能力完好\n";
  EXPECT_THAT(clerk.ask("POST", "/api/residents/import?format=csv", sheet, "text/csv").body, HasSubstr("records.dated_value"));
  const http::ClientAnswer ahead = clerk.post("/api/assessments", {{"region", k_district}, {"resident", wang}, {"day", "2199-01-01"}, {"grade", "mild"}});
  EXPECT_EQ(said(ahead) + accounts::place_of(ahead), "422 records.day_out_of_range/day");
  EXPECT_THAT(clerk.get("/api/records").body, HasSubstr(R"("follows":"assessment")"));
}

TEST_P(APersonOfTheRegister, IsFoundByTheLastFourByThoseWhoMaySeeTheWhole) {
  const std::string wang = make("/api/residents", {{"name", "王小明"}, {"id_number", "11010519491231002X"}, {"phone", "13812345678"}});
  make("/api/residents", {{"name", "李红"}, {"phone", "13812345679"}});
  EXPECT_THAT(found(clerk, "?phone_tail=5678"), ElementsAre(wang));
  EXPECT_THAT(found(clerk, "?id_number_tail=002x"), ElementsAre(wang));
  EXPECT_EQ(said(clerk.get("/api/residents?phone_tail=678")), "422 records.tail_malformed");
  EXPECT_EQ(said(clerk.get("/api/residents?name_tail=5678")), "422 json.unknown_field");
  const Visitor keeper = house.visit_with("keeper", Powers{Power::people_read, Power::people_write}, k_district);
  EXPECT_EQ(said(keeper.get("/api/residents?phone_tail=5678")), "422 records.not_yours_to_ask");
  EXPECT_EQ(said(keeper.get("/api/residents?phone_tail=0000&count=true")), "422 records.not_yours_to_ask") << "never a count";
  EXPECT_THAT(keeper.get("/api/records").body, Not(HasSubstr(R"("tail":true)")));
  EXPECT_THAT(clerk.get("/api/records").body, HasSubstr(R"("tail":true)"));
}

RUN_ON_BOTH_DATABASES(APersonOfTheRegister);

}  // namespace
}  // namespace laoyou::app
