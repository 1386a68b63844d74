// Prices over the wire: an inclusive place against the market of its county, by the plan's ceiling.
#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;

class Prices : public OnBothDatabases {
 protected:
  static constexpr std::string_view k_county = "210102000000", k_city = "210100000000";
  static std::string place(const Visitor& visitor, const std::string& name, std::optional<std::int64_t> fee, bool inclusive) {
    boost::json::object row{{"region", k_county}, {"name", name}, {"kind", "nursery"}, {"inclusive", inclusive}};
    if (fee) row["monthly_fee"] = *fee;
    const auto answer = visitor.post("/api/institutions", row);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return boost::json::parse(answer.body).at("row").at("id").as_string().c_str();
  }
  static boost::json::object tests(const Visitor& visitor, const std::string& query = "") { return boost::json::parse(visitor.get("/api/price-tests" + query).body).as_object(); }
};
RUN_ON_BOTH_DATABASES(Prices);

TEST_P(Prices, OfInclusivePlacesAreHeldAgainstTheMedianOfTheMarketByThePlansCeiling) {
  const Visitor keeper = house.visit_with("keeper", Powers{Power::places_read, Power::places_write}, k_city);
  const std::string inclusive = place(keeper, "普惠园", 270'000, true);
  place(keeper, "无价园", std::nullopt, true);
  place(keeper, "甲园", 280'000, false);
  place(keeper, "乙园", 300'000, false);
  place(keeper, "丙园", 900'000, false);
  const auto found = tests(keeper, "?kind=nursery");
  EXPECT_EQ(found.at("rule").at("plan"), "shenyang");
  EXPECT_EQ(found.at("without_price"), 1);
  ASSERT_EQ(found.at("rows").as_array().size(), 1u);
  const auto row = found.at("rows").as_array()[0].as_object();
  EXPECT_EQ(row.at("market"), 300'000);
  EXPECT_EQ(row.at("ceiling"), 270'000);
  EXPECT_EQ(row.at("holds"), true);
  EXPECT_EQ(row.at("neighbours").as_array().size(), 3u);

  // What the place answers in a survey goes before the register.
  const std::string month = SystemClock().now().beijing_day().text().substr(0, 7);
  ASSERT_EQ(said(keeper.post("/api/price-surveys", {{"region", k_county}, {"institution", inclusive}, {"month", month}, {"monthly_fee", 270'001}})), "201");
  const auto over = tests(keeper, "?kind=nursery").at("rows").as_array()[0].as_object();
  EXPECT_EQ(over.at("monthly_fee"), 270'001);
  EXPECT_EQ(std::string(over.at("surveyed").as_string()), month);
  EXPECT_EQ(over.at("holds"), false);
}

TEST_P(Prices, AreComparedInTheWholeCityButNeighboursOfAnotherCountyAreNotNamedToACountysOfficial) {
  const Visitor keeper = house.visit_with("keeper", Powers{Power::places_read, Power::places_write}, k_city);
  place(keeper, "普惠园", 270'000, true);
  place(keeper, "甲园", 280'000, false);
  const auto answer = keeper.post("/api/institutions", {{"region", "210103000000"}, {"name", "外区园"}, {"kind", "nursery"}, {"inclusive", false}, {"monthly_fee", 320'000}});
  ASSERT_EQ(answer.status, 201);
  const Visitor official = house.visit_with("official", Powers{Power::places_read}, k_county);
  const auto row = tests(official).at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("market"), 300'000);
  EXPECT_EQ(row.at("compared"), 2);
  EXPECT_EQ(row.at("neighbours").as_array().size(), 1u);
}

}  // namespace
}  // namespace laoyou::app
