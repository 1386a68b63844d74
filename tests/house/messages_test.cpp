// Every sentence that a refusal can say stands in messages.csv, and every sentence there is said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/csv.h"
#include "source_tree.h"

namespace laoyou::house {
namespace {

struct Sentence {
  std::string code, zh, en;
};

const std::vector<Sentence>& sentences() {
  static const std::vector<Sentence> all = [] {
    std::vector<Sentence> fresh;
    for (const CsvRow& row : read_csv(file_text("messages.csv")).value()) {
      if (row.size() == 3)
        fresh.push_back({row[0].text, row[1].text, row[2].text});
      else
        ADD_FAILURE() << "messages.csv:" << row[0].line << " has " << row.size() << " cells, not 3";
    }
    fresh.erase(fresh.begin());
    return fresh;
  }();
  return all;
}

bool is_test(const std::string& path) { return path.find("_test.") != std::string::npos || path.find(".test.") != std::string::npos; }

/// The codes of a source text that a refusal or a failure of the world is made of: every literal "room.what" between the opening bracket and
/// the words that fill it.
std::set<std::string> refused_codes(const std::string& text) {
  std::set<std::string> codes;
  for (const std::string& arguments : found(text, R"rx((?:\brefuse|\bRefusal|Failure)[({]([^{;]*))rx"))
    for (const std::string& code : found(arguments, R"rx("([a-z][a-z_0-9]*\.[a-z][a-z_0-9]*)")rx")) codes.insert(code);
  return codes;
}

std::set<std::string> gaps(const std::string& sentence) {
  const auto all = found(sentence, R"((\{[0-9](?::[a-z_]+)?\}))");
  return {all.begin(), all.end()};
}

TEST(Messages, EveryRefusalHasItsSentence) {
  std::set<std::string> known;
  for (const Sentence& sentence : sentences()) known.insert(sentence.code);
  for (const SourceFile& file : source_files({"src"}, {".cpp", ".h"})) {
    if (is_test(file.path)) continue;
    for (const std::string& code : refused_codes(file.text)) EXPECT_TRUE(known.contains(code)) << file.path << " refuses with " << code;
  }
}

TEST(Messages, EverySentenceIsSaidSomewhere) {
  std::string all;
  for (const SourceFile& file : source_files({"src", "web"}, {".cpp", ".h", ".ts", ".vue"}))
    if (!is_test(file.path)) all += file.text;
  std::set<std::string> asked_families;
  for (const Sentence& sentence : sentences())
    for (const std::string& family : found(sentence.zh, R"(\{[0-9]:([a-z_]+)\})")) asked_families.insert(family + ".");
  for (const Sentence& sentence : sentences()) {
    // A family of codes may be made from its first half: "status." and the number; or a sentence asks for it: "{0:kind}".
    const std::string family = sentence.code.substr(0, sentence.code.find('.') + 1);
    bool said = asked_families.contains(family);
    for (const char* quote : {"\"", "'", "`"}) said = said || all.find(quote + sentence.code + quote) != std::string::npos || all.find(quote + family + quote) != std::string::npos;
    EXPECT_TRUE(said) << sentence.code;
  }
}

TEST(Messages, NoCodeStandsTwice) {
  std::set<std::string> seen;
  for (const Sentence& sentence : sentences()) EXPECT_TRUE(seen.insert(sentence.code).second) << sentence.code;
}

TEST(Messages, BothLanguagesSayTheSameThings) {
  for (const Sentence& sentence : sentences()) {
    EXPECT_NE(sentence.zh, "") << sentence.code;
    EXPECT_NE(sentence.en, "") << sentence.code;
    EXPECT_THAT(gaps(sentence.zh), testing::ContainerEq(gaps(sentence.en))) << sentence.code;
  }
}

}  // namespace
}  // namespace laoyou::house
