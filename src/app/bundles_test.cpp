// Two servers: a city's sends what counts, its province's takes it once, however often, cut or altered it comes.
#include <gmock/gmock.h>

#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

using testing::HasSubstr;

constexpr std::string_view k_district = "450203000000", k_city = "450200000000", k_province = "450000000000";
constexpr const char* k_type = "application/octet-stream";

std::vector<std::string> values(RunningHouse& house) {
  std::vector<std::string> lines;
  for (const auto& each : house.readings()) lines.push_back(each.region.text() + " " + each.indicator + " " + each.period.text() + " " + each.value.text() + " " + each.source);
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

class Bundles : public testing::TestWithParam<Database> {
 protected:
  RunningHouse below{Database::sqlite};
  RunningHouse above{GetParam()};
  const Visitor city = below.visit("city", "official", k_city);
  const Visitor province = above.visit("province", "official", k_province);
  const Visitor chief = above.visit("chief", "administrator", k_province);

  std::string next() {
    const auto made = city.post("/api/bundles/next", {{"plan", "liuzhou"}});
    EXPECT_EQ(made.status, 200) << made.body;
    return made.body;
  }
  http::ClientAnswer hand_in(const std::string& bundle) { return province.ask("POST", "/api/bundles", bundle, k_type); }
  void trust() {
    const auto list = boost::json::parse(city.get("/api/bundles").body);
    ASSERT_EQ(said(chief.post("/api/bundles/sources", {{"region", k_city}, {"name", "柳州市"}, {"public_key", list.at("public_key")}})), "200");
  }
};
RUN_ON_BOTH_DATABASES(Bundles);

TEST_P(Bundles, AreTakenOnceThoughSentTwiceCutAndOutOfOrder) {
  below.add_readings({reading(k_district, "bed_total", "2024", "7"), reading(k_city, "bed_total", "2024", "70")});
  const std::string first = next();
  EXPECT_EQ(said(hand_in(first)), "422 bundles.unknown_source");
  trust();
  for (const std::size_t kept : {std::size_t{0}, first.size() / 3, first.size() - 1}) EXPECT_EQ(said(hand_in(first.substr(0, kept))), "422 bundles.cut") << kept;
  EXPECT_TRUE(above.readings().empty());
  ASSERT_EQ(said(hand_in(first)), "200");
  const auto again = hand_in(first);
  EXPECT_TRUE(boost::json::parse(again.body).at("taken_before").as_bool()) << again.body;
  EXPECT_EQ(values(above), values(below));
  EXPECT_EQ(above.readings().size(), 2u);

  EXPECT_EQ(said(city.post("/api/bundles/next", {{"plan", "liuzhou"}})), "422 bundles.nothing_new");
  const Visitor district = below.visit("district", "reporter", k_district);
  ASSERT_EQ(said(district.post("/api/readings", {{"plan", "liuzhou"}, {"indicator", "slot_total"}, {"region", k_district}, {"period", "2024"}, {"value", 5}, {"source", "台账"}})), "201");
  const std::string second = next();
  for (const auto& value : below.readings()) {
    if (value.indicator != "slot_total") continue;
    ASSERT_EQ(said(city.remove("/api/readings/" + std::to_string(value.id.number))), "200");
  }
  const std::string third = next();
  EXPECT_EQ(said(hand_in(third)), "409 bundles.gap");
  ASSERT_EQ(said(hand_in(second)), "200");
  EXPECT_EQ(above.readings().size(), 3u);
  ASSERT_EQ(said(hand_in(third)), "200");
  EXPECT_EQ(values(above), values(below)) << "what was taken out below is taken out above";
  const auto repeated = city.post("/api/bundles/next", {{"plan", "liuzhou"}, {"number", 2}});
  EXPECT_EQ(repeated.body, second) << "one that got lost is given again as it was";
}

TEST_P(Bundles, AreRefusedWhenAlteredOrSpeakingOfAnotherPlace) {
  below.add_readings({reading(k_district, "bed_total", "2024", "7")});
  const std::string bundle = next();
  trust();
  std::string altered = bundle;
  altered.replace(altered.find("\"value\":7"), 9, "\"value\":8");
  EXPECT_EQ(said(hand_in(altered)), "422 bundles.altered");
  EXPECT_EQ(said(hand_in("signature 00\n")), "422 bundles.unreadable");
  const Visitor elsewhere = above.visit("elsewhere", "official", "450300000000");
  EXPECT_EQ(said(elsewhere.ask("POST", "/api/bundles", bundle, k_type)), "403 bundles.outside");
  EXPECT_TRUE(above.readings().empty());
}

}  // namespace laoyou::app
