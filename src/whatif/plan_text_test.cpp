#include "whatif/plan_text.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "plan/stack/library.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::whatif {
namespace {

const Date k_from = Date::parse("2027-01-01").value();

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A city's plan on the national one, both copied so that they can be written.
class ANationalFigureInACity : public testing::Test {
 protected:
  ANationalFigureInACity() {
    for (const char* layer : {"national", "karamay"}) std::filesystem::copy(std::filesystem::path("plans") / layer, folder.path() / layer, std::filesystem::copy_options::recursive);
    library = plan::load_library(folder.path().string()).value();
  }
  const plan::Plan& city() const { return *library->find("karamay"); }
  std::filesystem::path file() const { return folder.path() / "karamay" / "rules.yaml"; }
  /// Some clause of the city's own.
  std::string own_clause() const {
    for (const auto& row : city().content.clauses)
      if (row.layer == city().content.head.layer) return row.value.number;
    return {};
  }
  static Variant later_age() { return {"", {{"elder_age", std::nullopt, {{"", "65岁"}}}}, {}}; }

  store::TemporaryDirectory folder;
  std::shared_ptr<const plan::Library> library;
};

TEST_F(ANationalFigureInACity, NeedsAClauseOfTheCityThatSetsIt) {
  const auto refused = carried_text(city(), read(file()), later_age(), k_from, "克政发〔2027〕1号");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "whatif.clause_needed");
  EXPECT_EQ(refused.error().place, "/clause");
  EXPECT_EQ(carried_text(city(), read(file()), later_age(), k_from, "", "no such clause").error().code, "plan.unknown_clause");
}

TEST_F(ANationalFigureInACity, IsWrittenWithAllItsEarlierValuesAndThePlanLoadsWithIt) {
  const std::string before = read(file());
  const std::string after = carried_text(city(), before, later_age(), k_from, "克政发〔2027〕1号", own_clause()).value();
  const Difference shown = difference_of("karamay/rules.yaml", before, after);
  for (const DifferenceLine& line : shown.lines) EXPECT_NE(line.kind, LineKind::removed) << line.text;
  std::ofstream(file(), std::ios::binary) << after;
  const auto again = plan::load_library(folder.path().string());
  ASSERT_TRUE(again) << again.error().front().code << " " << again.error().front().place;
  const rules::Book& book = *(*again)->find("karamay")->book;
  const rules::Parameter& age = book.parameters[static_cast<std::size_t>(book.find_parameter("elder_age"))];
  EXPECT_EQ(age.values.size(), 2u) << "as it was nationally, and from the day on";
  EXPECT_NE(age.on(k_from), age.on(k_from.plus_days(-1)));
}

}  // namespace
}  // namespace laoyou::whatif
