#include "planning/report/year_ahead.h"

#include <gmock/gmock.h>

#include "planning/report/made_up_city_test.h"
#include "planning/report/reach_map.h"
#include "print/paper_docx.h"
#include "print/paper_pdf.h"
#include "print/said_by_test.h"

namespace laoyou::planning {
namespace {

NeedRow need_of(RegionCode region, std::int32_t year, std::int64_t old, std::int64_t beds_needed) {
  NeedRow row;
  row.region = region;
  row.name = "某市";
  row.year = year;
  row.people = 100'000;
  row.from_60 = old;
  row.under_three = 2'000;
  row.beds_needed = beds_needed;
  row.beds = 300;
  row.beds_coming = 50;
  return row;
}

registry::Construction work(registry::ConstructionStage stage, std::int64_t beds) {
  registry::Construction made;
  made.stage = stage;
  made.beds_added = beds;
  return made;
}

YearAhead content() {
  const RegionCode city = RegionCode::parse("450200000000").value(), county = RegionCode::parse("450203000000").value();
  YearAhead made;
  made.region_name = "某市";
  made.day = Date::parse("2026-11-30").value();
  made.need.rows = {need_of(city, 2026, 20'000, 320), need_of(city, 2027, 21'000, 500), need_of(county, 2026, 7'777, 1)};
  made.need.shortfalls = {{county, "某区", 2027, std::nullopt}};
  ReachAnswer reach;
  reach.kind = registry::InstitutionKind::nursery;
  reach.people = 2'000;
  reach.reached = 1'500;
  reach.share = 0.75;
  ReachRow street;
  street.name = "某街道";
  street.level = "street";
  street.not_reached = 420;
  reach.regions = {street};
  made.reach = {{reach, std::nullopt}};
  made.works = works_ahead({work(registry::ConstructionStage::started, 50), work(registry::ConstructionStage::in_use, 900)});
  return made;
}

/// All that the paper says, cell by cell.
std::string words_of(const print::Paper& paper) {
  std::string text = paper.title + "\n";
  for (const print::Block& block : paper.blocks) {
    if (const auto* heading = std::get_if<print::Heading>(&block)) text += heading->text + "\n";
    if (const auto* paragraph = std::get_if<print::Paragraph>(&block)) text += paragraph->text + "\n";
    if (const auto* table = std::get_if<print::Table>(&block))
      for (const auto& row : table->rows) {
        for (const std::string& cell : row) text += cell + "|";
        text += "\n";
      }
    if (const auto* figure = std::get_if<print::Figure>(&block)) text += figure->caption + "\n";
  }
  return text;
}

/// The year ahead of a made-up district with its map.
YearAhead content_with_map() {
  YearAhead made = content();
  const MadeUpCity city = made_up_city({105.0, 40.0});
  const Question question{registry::InstitutionKind::nursery, TravelWay::walk, 15.0, std::nullopt, PeopleGroup::everybody, 72};
  const RegionCode within = RegionCode::parse("650204000000").value();
  const ReachAnswer reach = reach_answer(*city.situation, question, within, regions::RegionTree::national());
  made.reach = {{reach, reach_map(*city.situation, reach, area_answer(*city.situation, question).value(), within, "某市路网，虚构示例", {})}};
  return made;
}

}  // namespace

TEST(YearAhead, SaysWhatThePagesSayOfTheWholePlaceAndWhereItFallsShort) {
  const std::string words = words_of(year_ahead_paper(content()));
  EXPECT_THAT(words, testing::HasSubstr("2026|320|350|0|"));
  EXPECT_THAT(words, testing::HasSubstr("2027|500|350|150|"));
  EXPECT_THAT(words, testing::Not(testing::HasSubstr("7,777"))) << "a county's rows are not the whole's";
  EXPECT_THAT(words, testing::HasSubstr("某区|2027年|各年均够|"));
  EXPECT_THAT(words, testing::HasSubstr("1,500|500|75.0%|"));
  EXPECT_THAT(words, testing::HasSubstr("某街道（420人）"));
  EXPECT_THAT(words, testing::HasSubstr("尚未投用的项目1个"));
}

TEST(YearAhead, SaysSoWhereNoMapIsLoadedAndNobodyIsRegistered) {
  YearAhead empty;
  empty.region_name = "某市";
  empty.day = Date::parse("2026-11-30").value();
  const std::string words = words_of(year_ahead_paper(empty));
  EXPECT_THAT(words, testing::HasSubstr("没有载入本地地图"));
  EXPECT_THAT(words, testing::HasSubstr("没有可推算的人口"));
}

TEST(YearAhead, IsPrintedWithItsChartsAndMapsAndTheTextIsWhatWentIn) {
  const print::Paper paper = year_ahead_paper(content_with_map());
  const print::PrintedPaper printed = print::print_paper(paper, print::official_layout());
  const std::string text = print::without_blanks(print::said_by("pdftotext -raw {} -", printed.pdf));
  for (const print::Block& block : paper.blocks) {
    if (const auto* heading = std::get_if<print::Heading>(&block)) EXPECT_THAT(text, testing::HasSubstr(print::without_blanks(heading->text)));
    if (const auto* figure = std::get_if<print::Figure>(&block)) EXPECT_THAT(text, testing::HasSubstr(print::without_blanks(figure->caption)));
  }
  for (const char* part : {"20263203500", "需要床位", "够得到的范围", "地图：某市路网，虚构示例"}) EXPECT_THAT(text, testing::HasSubstr(part));
}

TEST(YearAhead, IsTheSameAsADocumentForOffices) {
  if (!print::has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const print::Paper paper = year_ahead_paper(content_with_map());
  const std::string pdf = print::printed_by_libreoffice(print::paper_docx(paper, print::official_layout()));
  const std::string text = print::without_blanks(print::said_by("pdftotext -raw {} -", pdf));
  std::size_t figures = 0;
  for (const print::Block& block : paper.blocks) {
    if (const auto* heading = std::get_if<print::Heading>(&block)) EXPECT_THAT(text, testing::HasSubstr(print::without_blanks(heading->text)));
    if (const auto* figure = std::get_if<print::Figure>(&block)) {
      ++figures;
      EXPECT_THAT(text, testing::HasSubstr(print::without_blanks(figure->caption)));
    }
  }
  EXPECT_GE(figures, 6U);
  EXPECT_EQ(std::stoul(print::said_by("pdfimages -list {} | grep -c image", pdf)), figures) << "each chart and map is on a page";
}

}  // namespace laoyou::planning
