// The six plans of this repository, held against what their documents number and count.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "plan/stack/document_clauses_test.h"
#include "plan/stack/library.h"

namespace laoyou::plan {
namespace {

/// All plans, loaded once.
const Library& library() {
  static const std::shared_ptr<const Library> loaded = load_library("plans").value();
  return *loaded;
}

const Folder& content_of(std::string_view key) { return library().find(key)->content; }

template <class T>
std::size_t own_rows(const Rows<T>& rows, std::string_view layer) {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const Row<T>& row) { return row.layer == layer; }));
}

/// Clauses of the plan's own document with the number of rows that carry them out. A source is a clause, or a clause, a space and a detail.
std::map<std::string, std::size_t> carried_out(std::string_view key) {
  const Folder& content = content_of(key);
  std::map<std::string, std::size_t> counts;
  for (const auto& clause : content.clauses)
    if (clause.layer == key) counts[clause.value.number];
  for_each_sourced(content, [&](const auto& rows) {
    for (const auto& row : rows)
      if (row.layer == key) ++counts[row.value.source.substr(0, row.value.source.find(' '))];
  });
  return counts;
}

Fen investment_of(const Folder& content, std::optional<Group> list) {
  Fen sum;
  for (const auto& row : content.projects)
    if (!list || row.value.list == *list) sum = sum.plus(row.value.investment.value_or(Fen())).value();
  return sum;
}

}  // namespace

TEST(Plans, AllSixAreClean) {
  const auto loaded = load_library("plans");
  if (!loaded)
    for (const Refusal& refusal : loaded.error()) ADD_FAILURE() << refusal.place << " " << refusal.code;
  EXPECT_EQ(library().plans.size(), 6u);
}

TEST(Plans, EveryNumberedClauseOfTheDocumentsIsThereAndIsCarriedOut) {
  for (const DocumentClauses& document : document_clauses()) {
    const auto counts = carried_out(document.plan);
    for (const std::string& clause : document.clauses) {
      ASSERT_TRUE(counts.contains(clause)) << document.plan << " " << clause;
      EXPECT_GT(counts.at(clause), 0u) << document.plan << " " << clause << " is carried out by no row";
    }
    for (const std::string& heading : document.headings) EXPECT_TRUE(counts.contains(heading)) << document.plan << " " << heading;
  }
}

TEST(Plans, NoClauseStandsInAFolderThatTheDocumentDoesNotHave) {
  // Annex 1 of Karamay lists the duties of a working group; annex 3 gives two measures the number 5.
  const std::set<std::string> karamay_more{"附件1", "附件1-一", "附件1-二", "附件1-二(一)", "附件1-二(二)", "附件1-二(三)", "附件1-二(四)", "附件1-二(五)", "附件3-4-5乙"};
  for (const DocumentClauses& document : document_clauses()) {
    std::set<std::string> known(document.clauses.begin(), document.clauses.end());
    known.insert(document.headings.begin(), document.headings.end());
    if (document.plan == "karamay") known.insert(karamay_more.begin(), karamay_more.end());
    for (const auto& [clause, count] : carried_out(document.plan)) EXPECT_TRUE(known.contains(clause)) << document.plan << " " << clause;
  }
}

TEST(Plans, EveryTaskOfTheDocumentsIsARowWithALead) {
  EXPECT_EQ(content_of("liuzhou").tasks.size(), 26u) << "twenty-two tasks and four arrangements";
  EXPECT_EQ(content_of("karamay").tasks.size(), 25u) << "twenty-two tasks and three arrangements";
  EXPECT_EQ(content_of("guizhou").tasks.size(), 22u);
  EXPECT_GE(content_of("shenyang").tasks.size(), 21u);
  EXPECT_EQ(content_of("honghe").tasks.size(), 15u) << "eleven tasks and four arrangements";
  for (const auto& [key, plan] : library().plans)
    for (const auto& row : plan->content.tasks) EXPECT_FALSE(row.value.lead.empty()) << row.place;
}

TEST(Plans, KaramayHasBothIndicatorTablesRowByRow) {
  const Folder& karamay = content_of("karamay");
  std::size_t elderly = 0, childcare = 0;
  for (const auto& row : karamay.indicators) {
    elderly += row.value.source.starts_with("二(二)-养老-");
    childcare += row.value.source.starts_with("二(二)-托育-");
  }
  EXPECT_EQ(elderly, 12u);
  EXPECT_EQ(childcare, 13u);
  EXPECT_GE(karamay.indicators.size(), 26u);
}

TEST(Plans, KaramayHasItsTwentySixProjectsWorth20025WanYuan) {
  const Folder& karamay = content_of("karamay");
  EXPECT_EQ(karamay.projects.size(), 26u);
  EXPECT_EQ(own_rows(karamay.projects, "karamay"), 26u);
  EXPECT_EQ(investment_of(karamay, std::nullopt), Fen::parse("20025万元").value());
  EXPECT_EQ(std::count_if(karamay.projects.begin(), karamay.projects.end(), [](const auto& row) { return row.value.list == Group::elderly; }), 9);
}

TEST(Plans, LiuzhouHasTheZonesThatTheNationalListLacks) {
  EXPECT_EQ(library().regions.name(RegionCode::parse("450291000000").value()), "柳东新区");
  EXPECT_EQ(library().regions.children_count(RegionCode::parse("450200000000").value()), 12u) << "ten counties and two zones";
}

TEST(Plans, EveryPlanStandsOnTheNationalLayer) {
  for (const auto& [key, plan] : library().plans) {
    EXPECT_EQ(plan->layers.front(), "national") << key;
    EXPECT_GT(plan->near_percent, 0) << key;
    EXPECT_EQ(own_rows(plan->content.tasks, key) == 0, key == "national") << key;
  }
}

TEST(Plans, EveryIndicatorAndFigureOfAPlanIsNamedInBothLanguages) {
  for (const auto& [key, plan] : library().plans) {
    for (const auto& row : plan->content.indicators) EXPECT_TRUE(row.value.name_en) << row.place;
    for (const auto& row : plan->content.tasks) EXPECT_TRUE(row.value.title_en) << row.place;
    for (const auto& row : plan->content.figures) EXPECT_TRUE(row.value.name_en) << row.place;
  }
}

TEST(Plans, TheAbilityScaleHas26ItemsWorth90Points) {
  const auto& instruments = content_of("national").instruments;
  const auto scale = std::find_if(instruments.begin(), instruments.end(), [](const auto& row) { return row.value.instrument == "ability_gbt42195"; });
  ASSERT_NE(scale, instruments.end());
  std::size_t items = 0;
  std::int32_t most = 0;
  for (const InstrumentDimension& dimension : scale->value.dimensions) {
    for (const InstrumentItem& item : dimension.items) {
      ++items;
      most += std::max_element(item.options.begin(), item.options.end(), [](const auto& a, const auto& b) { return a.score < b.score; })->score;
    }
  }
  EXPECT_EQ(items, 26u);
  EXPECT_EQ(most, 90);
}

TEST(Plans, TheGradesOfTheAbilityScaleCoverEveryScoreOnce) {
  for (const auto& row : content_of("national").instruments) {
    if (row.value.instrument != "ability_gbt42195") continue;
    std::map<int, int> grades_of_score;
    for (const GradeBand& band : row.value.grades)
      if (band.from && band.to)
        for (int score = *band.from; score <= *band.to; ++score) ++grades_of_score[score];
    for (int score = 0; score <= 90; ++score) EXPECT_EQ(grades_of_score[score], 1) << score;
  }
}

}  // namespace laoyou::plan
