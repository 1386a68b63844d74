// Every refusal this room gives has its sentence.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "base/messages.h"

namespace laoyou::http {

TEST(Words, EveryRefusalInTheSourceHasItsSentenceInBothLanguages) {
  int found = 0;
  const std::regex refusal("(?:refuse|unavailable|WorldFailure)\\((?:[0-9]+, )?\"([a-z_.]+)\"");
  for (const auto& file : std::filesystem::directory_iterator("src/http")) {
    const std::string name = file.path().filename();
    if (name.ends_with("_test.cpp")) continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator match(text.begin(), text.end(), refusal), end; match != end; ++match, ++found) {
      const std::string code = (*match)[1];
      EXPECT_TRUE(has_message(code)) << name << ": " << code;
      EXPECT_NE(message(code, {"1", "2"}, Language::zh), message(code, {"1", "2"}, Language::en)) << code;
    }
  }
  EXPECT_GT(found, 20);
}

}  // namespace laoyou::http
