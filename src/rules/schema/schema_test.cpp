#include "rules/schema/schema.h"

#include <gtest/gtest.h>

#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

Schema two_records() {
  Schema schema;
  schema.code_lists.push_back({"sex", {{"female", "女", "Female"}, {"male", "男", "Male"}}});
  RecordKind person{"person", "老人", "Person", {}, -1, -1};
  person.fields.push_back({"income", {Kind::money, -1}, "收入", "Income", false});
  person.fields.push_back({"age", {Kind::integer, -1}, "income", "Age", false});
  schema.records.push_back(person);
  schema.records.push_back({"bed", "床位", "Bed", {}, -1, -1});
  return schema;
}

}  // namespace

TEST(Schema, ThingsAreFoundByNameAndByChineseLabel) {
  const Schema schema = two_records();
  EXPECT_EQ(schema.find_record("bed"), 1);
  EXPECT_EQ(schema.find_record("床位"), 1);
  EXPECT_EQ(schema.find_record("Bed"), -1);
  EXPECT_EQ(schema.find_code_list("sex"), 0);
  EXPECT_EQ(schema.find_code_list("race"), -1);
  EXPECT_EQ(schema.code_lists[0].find("男"), 1);
  EXPECT_EQ(schema.code_lists[0].find("female"), 0);
  EXPECT_EQ(schema.code_lists[0].find(""), -1);
}

TEST(Schema, ANameGoesBeforeALabel) { EXPECT_EQ(two_records().records[0].find("income"), 0) << "the second field's label is the first one's name"; }

TEST(Schema, TypesAreNamedForMessages) {
  const Schema schema = two_records();
  EXPECT_EQ(type_text(schema, {Kind::money, -1}), "money");
  EXPECT_EQ(type_text(schema, {Kind::code, 0}), "code sex");
  EXPECT_EQ(type_text(schema, {Kind::id, 1}), "id bed");
  EXPECT_EQ(type_text(schema, {Kind::id, -1}), "id");
  EXPECT_EQ(type_text(schema, {Kind::quantity, static_cast<std::int16_t>(find_unit("m²"))}), "quantity m²");
}

}  // namespace laoyou::rules
