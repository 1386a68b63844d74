#include "http/negotiation.h"

#include <gtest/gtest.h>

namespace laoyou::http {

TEST(Negotiation, TheLanguageWithTheGreatestWeightWinsAndChineseIsTheDefault) {
  EXPECT_EQ(preferred_language(""), Language::zh);
  EXPECT_EQ(preferred_language("fr, de;q=0.9"), Language::zh);
  EXPECT_EQ(preferred_language("en-GB,en;q=0.9"), Language::en);
  EXPECT_EQ(preferred_language("zh-CN,zh;q=0.9,en;q=0.8"), Language::zh);
  EXPECT_EQ(preferred_language("zh;q=0.3, EN;q=0.8"), Language::en);
  EXPECT_EQ(preferred_language("en;q=0"), Language::zh);
}

TEST(Negotiation, GzipIsAcceptedWhereItIsNamedWithAWeightAboveZero) {
  EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
  EXPECT_TRUE(accepts_gzip("br;q=1, GZIP;q=0.2"));
  EXPECT_FALSE(accepts_gzip("gzip;q=0"));
  EXPECT_FALSE(accepts_gzip("gzip;q=0.000"));
  EXPECT_FALSE(accepts_gzip("xgzip, br"));
  EXPECT_FALSE(accepts_gzip(""));
}

TEST(Negotiation, ETagsAreComparedWeaklyAndAsWholes) {
  EXPECT_TRUE(names_etag("W/\"a\"", "W/\"a\""));
  EXPECT_TRUE(names_etag("\"x\", \"a\"", "W/\"a\""));
  EXPECT_TRUE(names_etag("*", "\"a\""));
  EXPECT_FALSE(names_etag("\"ab\"", "\"a\""));
  EXPECT_FALSE(names_etag("", "\"a\""));
}

TEST(Negotiation, ACookieIsFoundByItsWholeName) {
  EXPECT_EQ(cookie_value("a=1; laoyou_session=xyz; b=2", "laoyou_session"), "xyz");
  EXPECT_EQ(cookie_value("not_laoyou_session=abc", "laoyou_session"), "");
  EXPECT_EQ(cookie_value("laoyou_session_old=abc", "laoyou_session"), "");
  EXPECT_EQ(cookie_value("", "laoyou_session"), "");
}

TEST(Negotiation, MediaTypesAreComparedWithoutCaseAndParameters) {
  EXPECT_TRUE(is_media_type("Application/JSON; charset=utf-8", "application/json"));
  EXPECT_FALSE(is_media_type("application/jsonp", "application/json"));
  EXPECT_FALSE(is_media_type("", "application/json"));
}

TEST(Negotiation, HtmlIsAcceptedOnlyWhereItIsNamed) {
  EXPECT_TRUE(accepts_html("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
  EXPECT_FALSE(accepts_html("*/*"));
}

TEST(Negotiation, EqualTextsAreEqualAndNoOthers) {
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

}  // namespace laoyou::http
