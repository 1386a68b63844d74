#include "record/json_write.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/generators_test.h"
#include "record/json.h"

namespace laoyou::record {
namespace {

using example::Elder;
using example::Institution;

RC_GTEST_PROP(JsonWrite, ARecordOfEveryLeafComesBackWhole, ()) {
  const Institution written = example::any_institution();
  const std::string text = to_json(written);
  const auto read = parse_json<Institution>(text);
  if (!read) RC_FAIL(text + " " + read.error().front().place + " " + read.error().front().code);
  RC_ASSERT(*read == written);
}

RC_GTEST_PROP(JsonWrite, ADoubleComesBackToTheLastBit, ()) {
  const auto bits = *rc::gen::arbitrary<std::int64_t>();
  const double value = static_cast<double>(bits) * *rc::gen::element(1e-3, 1e-18, 1e-30, 1e12, 1.0);
  RC_ASSERT(parse_json<double>(to_json(value)).value() == value);
}

TEST(JsonWrite, EscapesWhatJsonCannotHold) {
  std::string out;
  write_json_string(out, std::string_view("\"\\\n\r\t\x01\x1F\x7F/老", 12));
  EXPECT_EQ(out, "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f\x7F/老\"");
}

TEST(JsonWrite, LeavesOutWhatIsMissing) {
  EXPECT_EQ(to_json(example::Address{"a", {}, {}}), R"({"street":"a","region":"000000000000"})");
  EXPECT_EQ(to_json(example::Nothing{}), "{}");
  EXPECT_EQ(to_json(std::vector<std::string>{}), "[]");
}

TEST(JsonWrite, MasksByClass) {
  EXPECT_EQ(to_json(example::an_elder()),
            R"({"title":"奶奶","name":"王*","phone":"138****1234","id_number":"110105********002X","home":"广西柳州市城****","income":"****",)"
            R"("illness":"****","allergies":null,"address":null})");
}

TEST(JsonWrite, UnmasksForWhoMaySee) {
  const std::string text = to_json(example::an_elder(), View{.unmask = true});
  for (const char* shown : {"王秀英", "13800001234", "11010519491231002X", "3271", "高血压", "青霉素", "龙城路"})
    EXPECT_NE(text.find(shown), std::string::npos) << shown;
}

TEST(JsonWrite, ASecretIsNeverWritten) {
  for (bool unmask : {false, true}) {
    const std::string text = to_json(example::Household{"王家", {example::an_elder()}}, View{.unmask = unmask});
    EXPECT_EQ(text.find("password"), std::string::npos) << text;
    EXPECT_EQ(text.find("1949\""), std::string::npos) << text;
    EXPECT_EQ(text.find("龙潭公园"), std::string::npos) << text;
  }
}

TEST(JsonWrite, RecordsInsideListsAreMaskedToo) {
  const std::string text = to_json(example::Household{"王家", {example::an_elder()}});
  EXPECT_EQ(text.find("王秀英"), std::string::npos);
  EXPECT_EQ(text.find("高血压"), std::string::npos);
}

}  // namespace
}  // namespace laoyou::record
