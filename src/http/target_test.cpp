#include "http/target.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou::http {

TEST(Target, PathAndQueryComeApartAndTheQueryIsDecoded) {
  const Result<Target> target = parse_target("/api/regions?text=%E6%9F%B3+%E5%B7%9E&limit=3&empty=&flag");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/regions");
  const TextFields expected{{"text", "柳 州"}, {"limit", "3"}, {"empty", ""}, {"flag", ""}};
  EXPECT_EQ(target->query, expected);
}

TEST(Target, AParameterGivenTwiceIsRefusedByName) {
  const Result<Target> target = parse_target("/a?x=1&x=2");
  ASSERT_FALSE(target);
  EXPECT_EQ(target.error(), at("/x", refuse("http.parameter_twice", {"x"})));
}

TEST(Target, BadEscapesControlCharactersAndBrokenUtf8AreRefused) {
  for (const char* bad : {"", "api", "*", "http://", "http:///a", "ftp://host/", "/a?x=%", "/a?x=%4", "/a?x=%zz", "/a?x=%00", "/a?x=%0d%0a", "/a?x=%ff", "/a?x=%c0%80", "/a?x=%ed%a0%80"}) {
    EXPECT_FALSE(parse_target(bad)) << bad;
  }
}

TEST(Target, APlusIsASpaceInTheQueryAlone) {
  EXPECT_EQ(percent_decoded("a+b", PlusMeans::space), "a b");
  EXPECT_EQ(percent_decoded("a+b", PlusMeans::plus), "a+b");
}

TEST(Utf8, OnlyShortestFormsOfCharactersAreText) {
  EXPECT_TRUE(is_utf8("老幼 \xf0\x9f\x91\xb5"));
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("\xe0\x80\xaf"));
  EXPECT_FALSE(is_utf8("\xe6\x9f"));
}

namespace {

/// A character of two bytes (U+0080..U+07FF) or, below that, a visible one of ASCII.
std::string character(std::uint16_t number) {
  const unsigned code = 0x21 + number % (0x800 - 0x21);
  if (code < 0x7f) return std::string(1, static_cast<char>(code));
  const unsigned shown = code < 0x80 ? 0x80 : code;
  return {static_cast<char>(0xc0 | shown >> 6), static_cast<char>(0x80 | (shown & 0x3f))};
}

}  // namespace

RC_GTEST_PROP(Target, WhateverIsEscapedComesBackAsItWas, (const std::vector<std::uint16_t>& numbers)) {
  std::string text;
  for (std::uint16_t number : numbers) text += character(number);
  std::string escaped;
  for (unsigned char byte : text) {
    constexpr char k_digits[] = "0123456789abcdef";
    escaped += '%';
    escaped += k_digits[byte >> 4];
    escaped += k_digits[byte & 15];
  }
  RC_ASSERT(percent_decoded(escaped, PlusMeans::space) == text);
}

TEST(Target, TheAbsoluteFormIsTheOriginFormWithAHostBefore) {
  for (const auto& [absolute, path] : {std::pair("http://host/a", "/a"), std::pair("https://host:8443/", "/"), std::pair("HTTP://host", "/"), std::pair("http://host/a?x=1", "/a")}) {
    const Result<Target> target = parse_target(absolute);
    ASSERT_TRUE(target) << absolute;
    EXPECT_EQ(target->path, path);
  }
}

}  // namespace laoyou::http
