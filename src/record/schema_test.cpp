#include "record/schema.h"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "record/examples_test.h"

namespace laoyou::record {
namespace {

namespace json = boost::json;

std::vector<std::string> texts(const json::value& list) {
  std::vector<std::string> out;
  for (const json::value& each : list.as_array()) out.emplace_back(each.as_string());
  return out;
}

TEST(Schema, ARecordIsAReferenceAndItsComponentTellsEachField) {
  SchemaComponents components;
  EXPECT_EQ(json::serialize(schema<example::Address>(components)), R"({"$ref":"#/components/schemas/example_address"})");
  const json::object& address = components.at("example_address").as_object();
  EXPECT_EQ(texts(address.at("required")), (std::vector<std::string>{"street", "region"}));
  EXPECT_FALSE(address.at("additionalProperties").as_bool());
  EXPECT_EQ(json::serialize(address.at("properties").at("floor")), R"x({"type":"integer","format":"int32","title":"楼层","description":"Floor (层)"})x");
  EXPECT_EQ(address.at("properties").at("region").at("pattern").as_string(), "^[0-9]{12}$");
}

TEST(Schema, EveryFieldOfARecordIsThere) {
  SchemaComponents components;
  schema<example::Institution>(components);
  const json::object& properties = components.at("example_institution").at("properties").as_object();
  EXPECT_EQ(properties.size(), member_count<example::Institution>);
  EXPECT_EQ(properties.at("id").at("type").as_string(), "string");
  EXPECT_EQ(properties.at("seen").at("format").as_string(), "date-time");
  EXPECT_EQ(texts(properties.at("care").at("enum")), (std::vector<std::string>{"nursery", "nursing_home"}));
  EXPECT_EQ(properties.at("fees").at("items").at("$ref").as_string(), "#/components/schemas/example_fee");
  EXPECT_TRUE(components.contains("example_fee"));
}

TEST(Schema, MoneySaysThatItTravelsInFenThoughScreensShowYuan) {
  SchemaComponents components;
  schema<example::Fee>(components);
  EXPECT_EQ(components.at("example_fee").at("properties").at("amount").at("description").as_string(), "Amount (分)");
}

TEST(Schema, ARecordWithinItselfEnds) {
  SchemaComponents components;
  schema<example::Tree>(components);
  EXPECT_EQ(components.at("example_tree").at("properties").at("branches").at("items").at("$ref").as_string(), "#/components/schemas/example_tree");
}

TEST(Schema, SaysWhichFieldsAreMaskedAndKeepsSecretsToItself) {
  SchemaComponents components;
  schema<example::Elder>(components);
  const json::object& properties = components.at("example_elder").at("properties").as_object();
  EXPECT_EQ(properties.at("phone").at("x-privacy").as_string(), "masked");
  EXPECT_FALSE(properties.at("title").as_object().contains("x-privacy"));
  EXPECT_FALSE(properties.contains("password"));
}

}  // namespace
}  // namespace laoyou::record
