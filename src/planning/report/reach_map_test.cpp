// Maps for paper: what stands on them, and that a metre is as long as the scale says.
#include "planning/report/reach_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "planning/report/made_up_city_test.h"
#include "planning/report/map_frame.h"
#include "planning/tiles/density.h"
#include "print/drawing_file.h"
#include "print/said_by_test.h"

namespace laoyou::planning {
namespace {

using testing::HasSubstr;

const RegionCode k_district = RegionCode::parse("650204000000").value();

struct Drawn {
  MadeUpCity city;
  ReachAnswer reach;
  print::Drawing map;
};

Drawn drawn_at(Point middle, double minutes) {
  Drawn drawn{made_up_city(middle), {}, {}};
  const Question question{registry::InstitutionKind::nursery, TravelWay::walk, minutes, std::nullopt, PeopleGroup::everybody, 72};
  drawn.reach = reach_answer(*drawn.city.situation, question, k_district, regions::RegionTree::national());
  drawn.map = reach_map(*drawn.city.situation, drawn.reach, area_answer(*drawn.city.situation, question).value(), k_district, "虚构路网", {440, 260, "某区：" + reach_map_title(drawn.reach)});
  return drawn;
}

/// How long the bar of the scale is: the one open path with two ticks, of four spots.
double scale_pt(const print::Drawing& map) {
  for (const print::Shape& shape : map.shapes)
    if (const auto* path = std::get_if<print::DrawnPath>(&shape); path != nullptr && !path->closed && path->rings.size() == 1 && path->rings[0].size() == 4 && path->rings[0][1].y == path->rings[0][2].y)
      return path->rings[0][2].x - path->rings[0][1].x;
  return 0;
}

std::string words_of_scale(const print::Drawing& map) {
  for (const print::Shape& shape : map.shapes)
    if (const auto* words = std::get_if<print::DrawnWords>(&shape); words != nullptr && (words->text.ends_with(" 米") || words->text.ends_with(" 公里"))) return words->text;
  return {};
}

std::vector<print::Spot> places_on(const print::Drawing& map) {
  std::vector<print::Spot> spots;
  for (const print::Shape& shape : map.shapes)
    if (const auto* sign = std::get_if<print::DrawnSign>(&shape); sign != nullptr && sign->shape == print::SignShape::square) spots.push_back(sign->at);
  spots.pop_back();  // the legend's
  return spots;
}

}  // namespace

TEST(AMapForPaper, ItsScaleIsTrueOfDistancesOnItWhateverTheLatitude) {
  for (const double latitude : {22.0, 40.0, 52.0}) {
    const Drawn drawn = drawn_at({105.0, latitude}, 5);
    const auto& places = drawn.city.situation->registers().places;
    const std::vector<print::Spot> spots = places_on(drawn.map);
    ASSERT_EQ(spots.size(), 3U);
    const std::string words = words_of_scale(drawn.map);
    const double metres = std::stod(words) * (words.ends_with("公里") ? 1000 : 1);
    for (const auto& [from, to] : {std::pair(0, 1), std::pair(1, 2), std::pair(0, 2)}) {
      const double on_paper = std::hypot(spots[static_cast<std::size_t>(from)].x - spots[static_cast<std::size_t>(to)].x, spots[static_cast<std::size_t>(from)].y - spots[static_cast<std::size_t>(to)].y);
      const double on_earth = distance_m(*places[static_cast<std::size_t>(from)].point, *places[static_cast<std::size_t>(to)].point);
      EXPECT_NEAR(on_paper / scale_pt(drawn.map) * metres / on_earth, 1, 0.002) << latitude;
    }
  }
}

TEST(AMapForPaper, SaysWhatItShowsWhatItsSignsMeanOfWhichDayAndOutOfWhat) {
  const Drawn drawn = drawn_at({105.0, 40.0}, 5);
  const std::string text = print::without_blanks(print::said_by("pdftotext -raw {} -", print::drawing_pdf(drawn.map, "图")));
  const std::string words = print::without_blanks(words_of_scale(drawn.map));
  for (const std::string& part : {std::string("某区：步行5分钟够得到"), std::string("够得到的范围"), std::string("够不到的人（最大"), std::string("截至2026-11-30"), std::string("地图：虚构路网"), std::string("北"), words}) EXPECT_THAT(text, HasSubstr(part));
  EXPECT_TRUE(print::drawing_png(drawn.map, 72).starts_with("\x89PNG"));
}

TEST(AMapForPaper, HasABubbleForEachVillageWithEnoughPeopleNotReachedAndForNoOther) {
  Drawn drawn = drawn_at({105.0, 40.0}, 5);
  const auto bubbles = [&] {
    return std::count_if(drawn.map.shapes.begin(), drawn.map.shapes.end(), [](const print::Shape& shape) {
      const auto* sign = std::get_if<print::DrawnSign>(&shape);
      return sign != nullptr && sign->shape == print::SignShape::circle;
    });
  };
  const auto missed = [&] { return std::count_if(drawn.reach.regions.begin(), drawn.reach.regions.end(), [](const ReachRow& row) { return row.level == "village" && row.not_reached >= k_floor; }); };
  ASSERT_GT(missed(), 0);
  EXPECT_EQ(bubbles(), missed() + 1) << "and the legend's";
  for (ReachRow& row : drawn.reach.regions) row.not_reached = k_floor - 1;
  drawn.map = reach_map(*drawn.city.situation, drawn.reach, {}, k_district, "虚构路网", {});
  EXPECT_EQ(bubbles(), 0);
}

}  // namespace laoyou::planning
