#include "record/fields.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "record/examples_test.h"

namespace laoyou::record {
namespace {

using example::Address;

std::vector<std::string> refusals_of(const Fields& fields, const char* body) {
  const boost::json::value json = body == nullptr ? boost::json::value() : parse_json_text(body).value();
  const auto filled = from_fields<Address>(fields, body == nullptr ? nullptr : &json.get_object());
  std::vector<std::string> all;
  if (!filled)
    for (const Refusal& refusal : filled.error()) all.push_back(refusal.place + " " + refusal.code);
  return all;
}

using Said = std::vector<std::string>;

TEST(Fields, PathAndQueryAndBodyFillOneRecord) {
  const boost::json::value body = parse_json_text(R"({"street":"文昌路"})").value();
  const Address address = from_fields<Address>({{"region", "450202000000"}, {"floor", "3"}}, &body.get_object()).value();
  EXPECT_EQ(address, (Address{"文昌路", 3, RegionCode::parse("450202000000").value()}));
}

TEST(Fields, AnEmptyOptionalQueryFieldIsMissing) {
  const Address address = from_fields<Address>({{"region", "450202000000"}, {"floor", ""}, {"street", ""}}, nullptr).value();
  EXPECT_FALSE(address.floor);
  EXPECT_EQ(address.street, "");
}

TEST(Fields, EverythingWrongIsSaidAtOnce) {
  EXPECT_EQ(refusals_of({{"regio", "1"}, {"floor", "x"}}, R"({"street":1})"),
            (Said{"/regio json.mistyped_field", "/street json.wrong_kind", "/floor number.not_whole", "/region json.missing_field"}));
}

// The path decides which record is meant; a body must not quietly name another.
TEST(Fields, ABodyCannotRepeatWhatThePathSays) {
  const auto said = refusals_of({{"region", "450202000000"}}, R"({"street":"a","region":"450203000000"})");
  ASSERT_EQ(said.size(), 1u);
  EXPECT_TRUE(said[0].starts_with("/region "));
}

TEST(Fields, AQueryFieldGivenTwiceIsRefused) {
  EXPECT_EQ(refusals_of({{"region", "450202000000"}, {"street", "a"}, {"street", "b"}}, nullptr), Said{"/street json.repeated_field"});
}

TEST(Fields, BytesThatAreNoTextAreRefused) {
  EXPECT_EQ(refusals_of({{"region", "450202000000"}, {"street", "\xFF"}}, nullptr), Said{"/street text.not_utf8"});
  EXPECT_EQ(refusals_of({{"region", "450202000000"}, {"street", std::string("\0", 1)}}, nullptr), Said{"/street text.control_character"});
}

}  // namespace
}  // namespace laoyou::record
