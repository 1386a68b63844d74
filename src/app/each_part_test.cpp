// Targets that hold for each part by itself, through the routes: of what was reported and of what the registers give; and the table and form over them.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "registry/institution.h"
#include "registry/service.h"

namespace laoyou::app {
namespace {

boost::json::value json(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

plan::ReportedValue of_plan(std::string plan, std::string_view region, std::string_view indicator, std::string_view period, std::string_view value) {
  plan::ReportedValue made = reading(region, indicator, period, value);
  made.plan = std::move(plan);
  return made;
}

const boost::json::object& row_of(const boost::json::value& list, std::string_view name, std::string_view key) {
  for (const auto& row : list.at("rows").as_array())
    if (std::string_view(row.at(name).as_string()) == key) return row.as_object();
  throw std::runtime_error("no row " + std::string(key));
}

}  // namespace

class EachPart : public OnBothDatabases {
 protected:
  template <record::Described T>
  void add(T record) {
    record.id = Id<T>{house.store().new_id()};
    ASSERT_TRUE(house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
      writing.insert(record);
      return {};
    }).result());
    ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  }
  void nursery(std::string_view region, bool demonstration) {
    registry::Institution made;
    made.region = code(region);
    made.name = "nursery";
    made.kind = registry::InstitutionKind::nursery;
    made.demonstration = demonstration;
    add(made);
  }
};
RUN_ON_BOTH_DATABASES(EachPart);

TEST_P(EachPart, NineDemonstrationNurseriesInOnePrefectureOfGuizhouFail) {
  const Visitor chief = house.visit("chief", "official", "520000000000");
  std::vector<plan::ReportedValue> values{of_plan("guizhou", "520100000000", "demonstration_per_city", "2022", "9")};
  for (const char* city : {"520200000000", "520300000000"}) values.push_back(of_plan("guizhou", city, "demonstration_per_city", "2022", "0"));
  house.add_readings(values);
  const auto list = json(chief.get("/api/plans/guizhou/indicators"));
  const auto& row = row_of(list, "key", "demonstration_per_city");
  EXPECT_EQ(row.at("each"), "city");
  EXPECT_EQ(row.at("light"), "behind");
  EXPECT_EQ(row.at("parts").at("parts"), 9);
  EXPECT_EQ(row.at("parts").at("held"), 1);
  EXPECT_EQ(row.at("parts").at("missed"), 2);
  EXPECT_EQ(row.at("parts").at("unknown"), 6);
  const auto detail = json(chief.get("/api/plans/guizhou/indicators/demonstration_per_city"));
  EXPECT_EQ(detail.at("children").at(0).at("light"), "met") << "the part itself has its own light";
  EXPECT_EQ(detail.at("children").at(1).at("light"), "behind");
}

TEST_P(EachPart, TheProvincesOwnNumberDoesNotMeetATargetOfItsPrefectures) {
  house.add_readings({of_plan("guizhou", "520000000000", "demonstration_per_city", "2022", "9")});
  const Visitor chief = house.visit("chief", "official", "520000000000");
  EXPECT_EQ(row_of(json(chief.get("/api/plans/guizhou/indicators")), "key", "demonstration_per_city").at("light"), "not_reported");
}

TEST_P(EachPart, TheRegistersAreHeldAgainstEachPrefectureToo) {
  for (int i = 0; i < 9; ++i) nursery("520102001001", true);
  nursery("520201001001", false);
  const Visitor chief = house.visit("chief", "official", "520000000000");
  const auto list = json(chief.get("/api/plans/guizhou/indicators"));
  const auto& row = row_of(list, "key", "demonstration_per_city");
  EXPECT_EQ(row.at("computed_parts").at("held"), 1);
  EXPECT_EQ(row.at("computed_parts").at("missed"), 1);
  EXPECT_EQ(row.at("computed").at("value").to_number<double>(), 0) << "the weakest prefecture's, not the province's nine";
}

TEST_P(EachPart, LiuzhousThreeThousandAMonthIsHeldAgainstAMonth) {
  house.add_readings({reading("450200000000", "family_bed_visits_per_month", "2025-01", "3100"), reading("450200000000", "family_bed_visits_per_month", "2025-02", "1200"),
                      reading("450200000000", "family_bed_visits_per_month", "2025-03", "3300")});
  const Visitor chief = house.visit("chief", "official", "450200000000");
  const auto list = json(chief.get("/api/plans/liuzhou/indicators"));
  const auto& row = row_of(list, "key", "family_bed_visits_per_month");
  EXPECT_EQ(row.at("actual").at("period"), "2025-03");
  EXPECT_EQ(row.at("light"), "behind") << "February missed it";
  EXPECT_EQ(row.at("parts").at("missed_names").at(0), "2025-02");
}

TEST_P(EachPart, AVisitMissedInOneMonthOfTheYearShowsInTheComputedValue) {
  registry::Resident old;
  old.region = code("450203001001");
  old.born = Date::parse("1940-01-01").value();
  old.hardship.lives_alone = true;
  old.id = Id<registry::Resident>{house.store().new_id()};
  const auto id = old.id;
  ASSERT_TRUE(house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
    writing.insert(old);
    return {};
  }).result());
  for (int month = 1; month <= 12; ++month) {
    if (month == 5) continue;
    registry::Visit visit;
    visit.region = old.region;
    visit.resident = id;
    visit.kind = registry::VisitKind::hardship;
    visit.day = Date::from_calendar(2025, month, 7).value();
    add(visit);
  }
  house.add_readings({reading("450200000000", "monthly_visit_rate", "2025", "100")});
  const Visitor chief = house.visit("chief", "official", "450200000000");
  const auto list = json(chief.get("/api/plans/liuzhou/indicators"));
  const auto& row = row_of(list, "key", "monthly_visit_rate");
  EXPECT_EQ(row.at("computed_parts").at("held"), 11);
  EXPECT_EQ(row.at("computed_parts").at("missed_names").at(0), "2025-05");
  EXPECT_EQ(row.at("computed").at("value").to_number<double>(), 0);
  EXPECT_EQ(row.at("computed").at("period"), "2025-05");
}

TEST_P(EachPart, TheTableHasEveryIndicatorAgainstEveryDistrictWithLightRankAndChange) {
  house.add_readings({reading("450203000000", "nursing_bed_share", "2024", "40"), reading("450203000000", "nursing_bed_share", "2025", "60"),
                      reading("450204000000", "nursing_bed_share", "2025", "30")});
  const Visitor chief = house.visit("chief", "official", "450200000000");
  const auto table = json(chief.get("/api/plans/liuzhou/matrix"));
  EXPECT_EQ(table.at("columns").as_array().size(), 12u);
  const auto& row = row_of(table, "key", "nursing_bed_share");
  std::map<std::string, boost::json::object> cells;
  for (const auto& cell : row.at("cells").as_array()) cells[cell.at("region").as_string().c_str()] = cell.as_object();
  EXPECT_EQ(cells["450203000000"].at("light"), "met");
  EXPECT_EQ(cells["450203000000"].at("rank"), 1);
  EXPECT_EQ(cells["450203000000"].at("since_previous").to_number<double>(), 20);
  EXPECT_EQ(cells["450203000000"].at("since_year_ago").to_number<double>(), 20);
  EXPECT_EQ(cells["450204000000"].at("light"), "behind");
  EXPECT_EQ(cells["450204000000"].at("rank"), 2);
  EXPECT_FALSE(cells["450204000000"].contains("since_previous"));
  const auto earlier = json(chief.get("/api/plans/liuzhou/matrix?period=2024"));
  const auto& before = row_of(earlier, "key", "nursing_bed_share").at("cells").as_array();
  EXPECT_EQ(before.at(1).at("value").to_number<double>(), 40);
  EXPECT_FALSE(before.at(2).as_object().contains("value")) << "of 2025 nothing is known at the end of 2024";
  const auto sheet = chief.get("/api/plans/liuzhou/matrix/sheet?format=csv");
  EXPECT_EQ(sheet.status, 200);
  EXPECT_THAT(sheet.body, testing::HasSubstr("鱼峰区 状态"));
  const Visitor district = house.visit("district", "viewer", "450203000000");
  EXPECT_EQ(said(district.get("/api/plans/liuzhou/matrix?region=450200000000")), "403 scope.outside");
}

TEST_P(EachPart, TheFormOfAPeriodHasWhatIsOwedWhatWasSentAndWhoHasNot) {
  house.add_readings({reading("450203000000", "bed_total", "2025-06", "70"), reading("450200000000", "bed_total", "2024", "50"), reading("450200000000", "bed_total", "2025-06", "60")});
  const Visitor chief = house.visit("chief", "official", "450200000000");
  const auto form = json(chief.get("/api/plans/liuzhou/period-form?period=2025-06"));
  const auto& row = row_of(form, "indicator", "bed_total");
  EXPECT_EQ(row.at("previous").at("value").to_number<double>(), 50);
  EXPECT_EQ(row.at("reported").at("value").to_number<double>(), 60);
  EXPECT_EQ(row.at("whole"), true);
  EXPECT_EQ(form.at("sent"), 1);
  EXPECT_GT(form.at("owed").as_int64(), 10);
  const auto& below = form.at("below").as_array();
  ASSERT_EQ(below.size(), 12u);
  EXPECT_EQ(below[0].at("sent"), 0) << "those that have sent least come first";
  EXPECT_EQ(below[11].at("region"), "450203000000");
  EXPECT_EQ(below[11].at("sent"), 1);
  const Visitor district = house.visit("district", "viewer", "450203000000");
  EXPECT_EQ(json(district.get("/api/plans/liuzhou/period-form?period=2025-06")).at("sent"), 1);
}

TEST_P(EachPart, DocumentsBodiesServicesAndSubsidiesHaveRoutes) {
  const Visitor chief = house.visit("chief", "official", "450200000000");
  EXPECT_THAT(chief.get("/api/plans/liuzhou/documents").body, testing::HasSubstr("桂政办发〔2021〕67号"));
  EXPECT_THAT(chief.get("/api/plans/liuzhou/bodies").body, testing::HasSubstr("托育工作组"));
  EXPECT_THAT(chief.get("/api/plans/liuzhou/services").body, testing::HasSubstr("全托"));
  EXPECT_THAT(chief.get("/api/plans/liuzhou/subsidies").body, testing::HasSubstr("high_age_allowance"));
}

}  // namespace laoyou::app
