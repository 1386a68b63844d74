#include <gtest/gtest.h>

#include <regex>

#include "base/messages.h"
#include "base/random.h"
#include "plan/stack/library.h"
#include "plan/testing/written_plans.h"

namespace laoyou::plan {
namespace {

/// One of the files with a piece cut out, put twice, or replaced by signs that mean something in YAML or CSV.
Files mangled(Files files, SeededRandom& random) {
  auto file = files.begin();
  std::advance(file, static_cast<std::ptrdiff_t>(random.below(files.size())));
  std::string& text = file->second;
  const std::size_t from = random.below(text.size()), size = 1 + random.below(8);
  static const std::vector<std::string> pieces{"",  ",",    "\n",  "\"",   ": ",   "- ",  "{",     "[", "&a *a", "*a",     "!!int ", "\t",
                                               "#", "---\n", "\xFF", "\xE5", "'", "|\n", "? ", "<<: ", "0",     "9999999999999999999", "..", "\r"};
  std::string piece = random.below(4) == 0 ? text.substr(from, size) + text.substr(from, size) : pieces[random.below(pieces.size())];
  text.replace(from, size, piece);
  return files;
}

/// What is wrong with how a refusal is told; empty when nothing is.
std::string ill_told(const Refusal& refusal) {
  static const std::regex place(".+:[0-9]+:[0-9]+");
  if (!std::regex_match(refusal.place, place)) return refusal.code + " at " + refusal.place;
  for (const Language language : {Language::zh, Language::en}) {
    const std::string text = message(refusal, language);
    if (text.empty() || text.find("{0}") != std::string::npos || text.find("{1}") != std::string::npos) return refusal.code + ": " + text;
  }
  return "";
}

}  // namespace

TEST(MangledFolders, EveryOneIsReadToTheEndAndEachFaultIsToldInWordsWithItsPlace) {
  SeededRandom random(20);
  WrittenPlans plans(town_files());
  std::size_t refused = 0;
  for (int round = 0; round < 600; ++round) {
    Files files = mangled(town_files(), random);
    if (random.below(2) == 0) files = mangled(files, random);
    plans.write(files);
    const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
    refused += !loaded.refusals.empty();
    for (const Refusal& refusal : loaded.refusals) ASSERT_EQ(ill_told(refusal), "") << "round " << round;
  }
  EXPECT_GT(refused, 300u) << "most of them are broken";
}

}  // namespace laoyou::plan
