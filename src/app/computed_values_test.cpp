// What the plan's rules compute from the registers stands beside what was reported, follows every change, and opens to the records it counts.
#include <gmock/gmock.h>

#include "app/demo_registers.h"
#include "app/running_house_test.h"
#include "plan/indicators/kept_computed.h"
#include "registry/locality.h"
#include "registry/service.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_city = "450200000000", k_yufeng = "450203000000", k_liunan = "450204000000";

boost::json::value json(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

boost::json::object row_of(const boost::json::value& list, std::string_view key) {
  for (const auto& row : list.at("rows").as_array())
    if (std::string_view(row.at("key").as_string()) == key) return row.as_object();
  return {};
}

/// A nursing bed, open since 2020.
registry::Bed bed(std::string_view region) {
  registry::Bed made;
  made.region = code(region);
  made.nursing = true;
  made.opened = Date::parse("2020-05-01").value();
  return made;
}

}  // namespace

class ComputedValues : public OnBothDatabases {
 protected:
  template <record::Described T>
  std::string add(T record) {
    record.id = Id<T>{house.store().new_id()};
    const store::WriteOutcome outcome = house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
      writing.insert(record);
      return {};
    });
    EXPECT_TRUE(outcome.result());
    EXPECT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
    return std::to_string(record.id.number);
  }
  boost::json::object listed(const Visitor& visitor, std::string_view key, std::string_view region = k_city) {
    return row_of(json(visitor.get("/api/plans/liuzhou/indicators?region=" + std::string(region))), key);
  }
};
RUN_ON_BOTH_DATABASES(ComputedValues);

TEST_P(ComputedValues, StandBesideTheReportedOneForTheSamePeriodAndFollowEveryChange) {
  house.add_readings({reading(k_city, "bed_total", "2024", "30")});
  const Visitor chief = house.visit("chief", "official", k_city);
  EXPECT_EQ(listed(chief, "bed_total").at("not_computed"), "no_rows");
  EXPECT_FALSE(listed(chief, "bed_total").contains("computed"));
  for (std::int64_t beds = 1; beds <= 3; ++beds) {
    add(bed("450203001001"));
    for (int again = 0; again < 2; ++again) {
      const auto row = listed(chief, "bed_total");
      EXPECT_EQ(row.at("actual").at("value").to_number<double>(), 30);
      EXPECT_EQ(row.at("computed").at("value").to_number<double>(), static_cast<double>(beds));
      EXPECT_EQ(row.at("computed").at("period"), "2024");
      EXPECT_EQ(row.at("computed").at("record"), "bed");
    }
  }
  registry::Bed later = bed("450203001001");
  later.opened = Date::parse("2025-03-01").value();
  add(later);
  EXPECT_EQ(listed(chief, "bed_total").at("computed").at("value").to_number<double>(), 3) << "opened after the period";
}

TEST_P(ComputedValues, AreToldByMonthAndForAPastDayToWhoeverMayReadThePlanThere) {
  const Visitor chief = house.visit("chief", "official", k_city);
  add(bed("450203001001"));
  const Date today = SystemClock().now().beijing_day(), next_month = today.month_end().plus_days(1);
  plan::keep_computed(house.store(), *real_plans().current(), store::Acting::system("test"), next_month);
  const std::string address = "/api/plans/liuzhou/indicators/bed_total/computed";
  const auto trend = json(chief.get(address));
  ASSERT_EQ(trend.at("points").as_array().size(), 1u);
  const auto& point = trend.at("points").at(0);
  EXPECT_EQ(std::string_view(point.at("day").as_string()), today.month_end().text());
  EXPECT_EQ(point.at("value").to_number<double>(), 1);
  EXPECT_EQ(point.at("rule_changed"), false);
  EXPECT_FALSE(json(chief.get(address + "?as_of=" + today.plus_days(-1).text())).as_object().contains("on_day")) << "before the journal began";
  EXPECT_EQ(chief.get(address + "?as_of=" + today.plus_days(1).text()).status, 422);
  EXPECT_EQ(chief.get("/api/plans/liuzhou/indicators/nothing/computed").status, 404);
  EXPECT_EQ(house.visit("other", "official", "650200000000").get(address).status, 404);
  EXPECT_EQ(house.nobody().get(address).status, 401);
}

TEST_P(ComputedValues, AreOfTheRegionAskedForAndOfEachOfItsParts) {
  const Visitor chief = house.visit("chief", "official", k_city);
  for (const char* region : {"450203001001", "450203001001", "450204001001"}) add(bed(region));
  EXPECT_EQ(listed(chief, "bed_total", k_yufeng).at("computed").at("value").to_number<double>(), 2);
  EXPECT_EQ(listed(chief, "bed_total", "450205000000").at("not_computed"), "no_rows");
  const auto detail = json(chief.get("/api/plans/liuzhou/indicators/bed_total"));
  EXPECT_EQ(detail.at("indicator").at("computed").at("value").to_number<double>(), 3);
  std::map<std::string, double> parts;
  for (const auto& child : detail.at("children").as_array())
    if (child.as_object().contains("computed")) parts[child.at("region").as_string().c_str()] = child.at("computed").at("value").to_number<double>();
  EXPECT_EQ(parts, (std::map<std::string, double>{{std::string(k_yufeng), 2}, {std::string(k_liunan), 1}}));
}

TEST_P(ComputedValues, GoToStatisticalSystemsAsTheyAreWhenTheyAreAskedFor) {
  const Visitor chief = house.visit_with("chief", {powers::Power::plan_read, powers::Power::sheets_export}, k_city);
  // Place → beds.
  const auto sent = [&] {
    const auto answer = chief.get("/api/plans/liuzhou/data-values?format=dhis2&values=computed&period=2024");
    EXPECT_EQ(said(answer), "200");
    const boost::json::value set = json(answer);
    std::map<std::string, std::string> beds;
    for (const auto& value : set.at("dataValues").as_array())
      if (value.at("dataElement") == "bed_total") beds[value.at("orgUnit").as_string().c_str()] = value.at("value").as_string().c_str();
    return beds;
  };
  const std::string city(k_city), yufeng(k_yufeng), liunan(k_liunan);
  EXPECT_TRUE(sent().empty());
  add(bed("450203001001"));
  EXPECT_EQ(sent(), (std::map<std::string, std::string>{{city, "1"}, {yufeng, "1"}}));
  add(bed("450204001001"));
  for (int again = 0; again < 2; ++again) EXPECT_EQ(sent(), (std::map<std::string, std::string>{{city, "2"}, {yufeng, "1"}, {liunan, "1"}}));
}

TEST_P(ComputedValues, SayWhyThereIsNone) {
  const Visitor chief = house.visit("chief", "official", k_city);
  const auto rows = json(chief.get("/api/plans/liuzhou/indicators"));
  int without_rule = 0;
  for (const auto& row : rows.at("rows").as_array()) {
    EXPECT_TRUE(row.as_object().contains("not_computed")) << row.at("key");
    without_rule += row.at("not_computed") == "no_rule" ? 1 : 0;
    EXPECT_EQ(row.as_object().contains("value_rule"), row.at("not_computed") != "no_rule") << row.at("key");
  }
  EXPECT_GT(without_rule, 0);
  registry::Locality place;
  place.region = code("450203001001");
  place.kind = registry::LocalityKind::village;
  add(place);
  registry::Slot slot;
  slot.region = code("450203001001");
  add(slot);
  EXPECT_EQ(listed(chief, "slots_per_thousand").at("not_computed"), "no_value") << "a population that nobody knows";
}

TEST_P(ComputedValues, OpenToTheRecordsTheyCountForThoseWhoMaySeeThem) {
  const std::string own = add(bed("450203001001")), neighbours = add(bed("450204001001"));
  const auto ids = [](const Visitor& visitor, std::string_view region) {
    const auto answer = visitor.get("/api/plans/liuzhou/indicators/bed_total/rows?region=" + std::string(region));
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::vector<std::string> found;
    const auto rows = json(answer);
    for (const auto& id : rows.at("parts").at(0).at("ids").as_array()) found.emplace_back(id.as_string());
    return found;
  };
  const powers::Powers reads_both{powers::Power::plan_read, powers::Power::places_read};
  const Visitor city = house.visit_with("city", reads_both, k_city), county = house.visit_with("county", reads_both, k_yufeng);
  const Visitor plan_only = house.visit_with("plan-only", {powers::Power::plan_read}, k_city);
  EXPECT_THAT(ids(city, k_city), testing::UnorderedElementsAre(own, neighbours));
  EXPECT_THAT(ids(city, k_liunan), testing::ElementsAre(neighbours));
  EXPECT_THAT(ids(county, k_yufeng), testing::ElementsAre(own));
  EXPECT_THAT(ids(plan_only, k_city), testing::IsEmpty());
  const auto outside = county.get("/api/plans/liuzhou/indicators/bed_total/rows?region=" + std::string(k_liunan));
  EXPECT_TRUE(outside.status != 200 || json(outside).at("parts").at(0).at("ids").as_array().empty()) << outside.body;
  EXPECT_EQ(said(city.get("/api/plans/liuzhou/indicators/nothing/rows")), "404 indicators.not_found");
}

TEST_P(ComputedValues, LiveOnTheDemonstrationsRegistersInEveryPlan) {
  const auto library = real_plans().current();
  for (const auto& [key, plan] : library->plans) {
    const Result<std::int64_t> filled = fill_registers(house.store(), {0, "command", "demo"}, *library, *plan, 1);
    ASSERT_TRUE(filled) << key << " " << message(filled.error(), Language::en);
    EXPECT_EQ(*filled == 0, key == "national") << key;
    EXPECT_EQ(fill_registers(house.store(), {0, "command", "demo"}, *library, *plan, 1).value(), 0) << "filled twice";
  }
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  const Visitor chief = house.visit("chief", "administrator", "000000000000");
  for (const auto& [key, plan] : library->plans) {
    const auto list = json(chief.get("/api/plans/" + key + "/indicators"));
    int with_rule = 0, computed = 0;
    for (const auto& row : list.at("rows").as_array()) {
      with_rule += row.as_object().contains("value_rule") ? 1 : 0;
      if (!row.as_object().contains("computed")) continue;
      ++computed;
      EXPECT_TRUE(row.at("computed").at("synthetic").as_bool()) << key << " " << row.at("key");
    }
    EXPECT_GE(computed * 4, with_rule * 3) << key;
  }
}

}  // namespace laoyou::app
