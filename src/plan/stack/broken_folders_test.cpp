#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "plan/stack/library.h"
#include "plan/testing/written_plans.h"

namespace laoyou::plan {
namespace {

/// A case of tests/plans/broken_folders.txt.
struct Broken {
  std::string name;
  std::string files;
  std::vector<std::string> said;
};

std::vector<Broken> broken_folders() {
  std::vector<Broken> cases;
  bool saying = false;
  std::istringstream lines(text_of_file("tests/plans/broken_folders.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), "", {}});
      saying = false;
    } else if (line == ">>") {
      saying = true;
    } else if (saying && !line.empty()) {
      cases.back().said.push_back(line);
    } else if (!cases.empty() && !saying) {
      cases.back().files += line + "\n";
    }
  }
  return cases;
}

/// Whether each expected line begins exactly one of those said, and none is left over. Words after those expected may differ (hints, labels).
std::string difference(const std::vector<std::string>& expected, std::vector<std::string> said) {
  std::string text;
  for (const std::string& line : expected) {
    const auto found = std::find_if(said.begin(), said.end(), [&](const std::string& each) { return each == line || each.starts_with(line + " "); });
    if (found == said.end())
      text += "\n  not said: " + line;
    else
      said.erase(found);
  }
  for (const std::string& line : said) text += "\n  said:     " + line;
  return text;
}

}  // namespace

TEST(BrokenFolders, EveryKindOfFaultIsToldOnceWithItsPlace) {
  const std::vector<Broken> cases = broken_folders();
  ASSERT_GE(cases.size(), 60u);
  for (const Broken& broken : cases) {
    const WrittenPlans plans(with_files(town_files(), broken.files));
    const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
    EXPECT_EQ(difference(broken.said, plans.said(loaded.refusals)), "") << broken.name;
  }
}

TEST(BrokenFolders, AFolderThatIsNotThereIsRefused) {
  const WrittenPlans plans(town_files());
  EXPECT_THAT(plans.said(load_plan(plans.path("city"), regions::RegionTree::national()).refusals), testing::ElementsAre("city:1:1: plan.no_folder"));
  EXPECT_THAT(plans.said(load_library(plans.path("city")).error()), testing::ElementsAre("city:1:1: plan.no_folder"));
}

TEST(BrokenFolders, AFolderMayBeNamedWithASlashAtItsEnd) {
  const WrittenPlans plans(town_files());
  const LoadedPlan loaded = load_plan(plans.path("town").string() + "/", regions::RegionTree::national());
  EXPECT_THAT(plans.said(loaded.refusals), testing::IsEmpty());
  EXPECT_EQ(loaded.plan.content.head.value.title, "Town");
}

}  // namespace laoyou::plan
