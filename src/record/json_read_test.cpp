#include "record/json_read.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "record/examples_test.h"

namespace laoyou::record {
namespace {

using example::Address;
using example::Institution;

template <class T>
std::vector<std::string> refusals_of(std::string_view text) {
  const auto value = parse_json<T>(text);
  std::vector<std::string> all;
  if (!value)
    for (const Refusal& refusal : value.error()) all.push_back(refusal.place + " " + refusal.code);
  return all;
}

using Said = std::vector<std::string>;

TEST(JsonRead, EverythingWrongIsSaidAtOnceWithItsPlace) {
  EXPECT_EQ(refusals_of<Address>(R"({"street":7,"floor":"2","regoin":"450200000000"})"),
            (Said{"/regoin json.mistyped_field", "/street json.wrong_kind", "/floor json.wrong_kind", "/region json.missing_field"}));
}

TEST(JsonRead, PlacesReachIntoListsAndNestedRecords) {
  const auto said = refusals_of<Institution>(R"({"fees":[{"item":"餐费","amount":1},{"item":"x","amount":1.5},7],"address":{"street":"a","region":"45"},"branch":{}})");
  for (const char* line : {"/fees/1/amount number.not_whole", "/fees/2 json.wrong_kind", "/address/region region.malformed", "/branch/street json.missing_field",
                           "/name json.missing_field"})
    EXPECT_NE(std::find(said.begin(), said.end(), line), said.end()) << line;
  EXPECT_EQ(std::count(said.begin(), said.end(), "/tags json.missing_field"), 0);
}

TEST(JsonRead, AMissingOptionalAndNullAreTheSame) {
  const Address bare = parse_json<Address>(R"({"street":"a","region":"450200000000"})").value();
  EXPECT_EQ(parse_json<Address>(R"({"street":"a","floor":null,"region":"450200000000"})").value(), bare);
  EXPECT_FALSE(bare.floor);
  EXPECT_EQ(refusals_of<Address>(R"({"street":null,"region":"450200000000"})"), Said{"/street json.missing_field"});
}

TEST(JsonRead, NamesTheNearestFieldOrNone) {
  const Refusals near = parse_json<Address>(R"({"stret":"a","street":"a","region":"450200000000"})").error();
  EXPECT_EQ(near, (Refusals{at("/stret", refuse("json.mistyped_field", {"stret", "street"}))}));
  EXPECT_EQ(refusals_of<Address>(R"({"latitude":1,"street":"a","region":"450200000000"})"), Said{"/latitude json.unknown_field"});
}

TEST(JsonRead, PlacesAreJsonPointersWhateverTheName) {
  EXPECT_EQ(refusals_of<Address>(R"({"a/b~c":1,"street":"a","region":"450200000000"})"), Said{"/a~1b~0c json.unknown_field"});
}

TEST(JsonRead, ANameGivenTwiceIsRefusedWhereItStands) {
  EXPECT_EQ(refusals_of<Address>(R"({"street":"a","street":"b","region":"450200000000"})"), Said{"/street json.repeated_field"});
  EXPECT_EQ(refusals_of<Institution>(R"({"name":"x","fees":[{"item":"a"},{"item":"a","\u0069tem":"b"}]})"), Said{"/fees/1/item json.repeated_field"});
  EXPECT_TRUE(parse_json_text(R"([{"a":{"b":1},"b":2},{"a":1,"b":[{"a":1}]}])"));
}

TEST(JsonRead, MalformedTextIsRefusedWithItsByte) {
  for (const char* text : {"", " ", "{", "{}x", "{\"a\":}", "[1,]", "{'a':1}", "nul", "01", "+1", "NaN", "\"\x01\"", "\"\\ud800\"", "\"\xD6\xD0\"", "// a\n1", "1e400"})
    EXPECT_EQ(parse_json_text(text).error().code, "json.malformed") << text;
  EXPECT_EQ(parse_json_text("{} x").error().place, "byte 3");
}

TEST(JsonRead, ThirtyTwoLevelsAreDeepEnough) {
  EXPECT_TRUE(parse_json_text(std::string(32, '[') + std::string(32, ']')));
  EXPECT_EQ(parse_json_text(std::string(33, '[') + std::string(33, ']')).error().code, "json.too_deep");
  EXPECT_EQ(parse_json_text(std::string(100'000, '[')).error().code, "json.too_deep");
}

// A number with a point arrives as a double; its digits must not change on the way into a Decimal.
TEST(JsonRead, EveryHundredthIsExact) {
  for (int hundredths = 0; hundredths < 200'000; ++hundredths) {
    const Decimal expected = Decimal::from_millionths(std::int64_t{hundredths} * 10'000);
    const std::string text = expected.text();
    if (parse_json<Decimal>(text).value() != expected) FAIL() << text;
  }
}

RC_GTEST_PROP(JsonRead, FifteenDigitsAreExact, ()) {
  const Decimal value = Decimal::from_millionths(*rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000));
  RC_ASSERT(parse_json<Decimal>(value.text()).value() == value);
}

TEST(JsonRead, NumbersMayBeWrittenWithPointOrExponent) {
  EXPECT_EQ(parse_json<Decimal>("1000000.0").value(), Decimal::parse("1000000").value());
  EXPECT_EQ(parse_json<Decimal>("1.5E3").value(), Decimal::parse("1500").value());
  EXPECT_EQ(parse_json<std::int32_t>("1e6").value(), 1'000'000);
  EXPECT_EQ(refusals_of<Decimal>("1e-7"), Said{" number.too_many_places"});
  EXPECT_EQ(refusals_of<std::int64_t>("18446744073709551615"), Said{" number.too_large"});
  EXPECT_EQ(refusals_of<std::int64_t>("1.5"), Said{" number.not_whole"});
}

TEST(JsonRead, ATextWithNulIsRefused) {
  EXPECT_EQ(refusals_of<Address>(R"({"street":"a\u0000b","region":"450200000000"})"), Said{"/street text.control_character"});
}

TEST(JsonRead, AnEmptyRecordTakesAnEmptyObjectOnly) {
  EXPECT_TRUE(parse_json<example::Nothing>("{}"));
  EXPECT_EQ(refusals_of<example::Nothing>("{\"a\":1}"), Said{"/a json.unknown_field"});
  EXPECT_EQ(refusals_of<example::Nothing>("[]"), Said{" json.wrong_kind"});
}

TEST(JsonRead, ARecordMayHoldItself) {
  const auto tree = parse_json<example::Tree>(R"({"name":"a","branches":[{"name":"b"},{"name":"c","branches":[{"name":"d"}]}]})").value();
  EXPECT_EQ(tree.branches[1].branches[0].name, "d");
}

}  // namespace
}  // namespace laoyou::record
