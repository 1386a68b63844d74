#include <gtest/gtest.h>

#include "rules/tree/book.h"
#include "rules/text/number_literal.h"
#include "rules/value/period_value.h"
#include "rules/testing/example_facts.h"

namespace laoyou::rules {
namespace {

const Schema& schema() {
  static const Schema made = testing::example_schema();
  return made;
}

const Type k_grade{Kind::code, 0};

/// The value as a number, "" for missing, the refusal's code otherwise.
std::string read(Type type, std::string_view text) {
  const Result<Value> value = read_literal(schema(), type, text);
  if (!value) return value.error().code;
  return *value ? std::to_string(**value) : "";
}

TEST(Literal, ReadsWhatPlansAndTablesWrite) {
  EXPECT_EQ(read({Kind::integer}, "12"), "12");
  EXPECT_EQ(read({Kind::integer}, "-3 人"), "-3");
  EXPECT_EQ(read({Kind::integer}, "1.5万人"), "15000");
  EXPECT_EQ(read({Kind::money}, "50元"), "5000");
  EXPECT_EQ(read({Kind::money}, "2250万元"), "2250000000");
  EXPECT_EQ(read({Kind::ratio}, "55%"), "550000");
  EXPECT_EQ(read({Kind::ratio}, "1"), "1000000");
  EXPECT_EQ(read(testing::quantity_in("min"), "1.5 h"), "90000000");
  EXPECT_EQ(read(testing::quantity_in("m²"), "0.3亩"), "200000000");
  EXPECT_EQ(read({Kind::date}, "1970-01-02"), "1");
  EXPECT_EQ(read({Kind::period}, "2025-06"), std::to_string(pack_period(Period::month(2025, 6))));
  EXPECT_EQ(read(k_grade, "moderate"), "2");
  EXPECT_EQ(read(k_grade, "中度失能"), "2");
  EXPECT_EQ(read({Kind::boolean}, "是"), "1");
  EXPECT_EQ(read({Kind::boolean}, "false"), "0");
  EXPECT_EQ(read({Kind::region}, "650200"), "650200000000");
  EXPECT_EQ(read({Kind::id, 0}, "9007199254740993"), "9007199254740993");
  EXPECT_EQ(read({Kind::money}, " "), "") << "nothing written is missing";
}

TEST(Literal, RefusesWhatIsNotOfTheType) {
  EXPECT_EQ(read({Kind::integer}, "50元"), "rules.type_mismatch");
  EXPECT_EQ(read({Kind::money}, "50"), "rules.type_mismatch");
  EXPECT_EQ(read({Kind::money}, "0.001元"), "money.malformed");
  EXPECT_EQ(read({Kind::money}, "五十元"), "rules.unknown_unit");
  EXPECT_EQ(read(testing::quantity_in("m²"), "0.1亩"), "rules.type_mismatch") << "66.67 m² is not exact";
  EXPECT_EQ(read(testing::quantity_in("m²"), "3 min"), "rules.type_mismatch");
  EXPECT_EQ(read({Kind::integer}, "10000000001"), "number.too_large");
  EXPECT_EQ(read({Kind::date}, "2025-02-30"), "rules.type_mismatch");
  EXPECT_EQ(read(k_grade, "none"), "rules.type_mismatch");
  EXPECT_EQ(read({Kind::id, 0}, "99999999999999999999"), "rules.type_mismatch");
  EXPECT_EQ(read({Kind::text}, "abc"), "rules.type_mismatch") << "texts have a number only beside the facts";
}

TEST(Literal, AMistypedUnitIsAnsweredWithTheNearestOne) {
  const auto value = number_value("3", "平方公理");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error(), refuse("rules.mistyped_unit", {"平方公理", "平方公里"}));
}

TEST(Literal, IsShownAsPeopleWriteIt) {
  const auto shown = [](Type type, Value value) { return literal_text(schema(), type, value); };
  EXPECT_EQ(shown({Kind::money}, 5000), "50.00元");
  EXPECT_EQ(shown({Kind::money}, -1), "-0.01元");
  EXPECT_EQ(shown({Kind::ratio}, 600'000), "60%");
  EXPECT_EQ(shown({Kind::ratio}, 1), "0.0001%");
  EXPECT_EQ(shown(testing::quantity_in("m²"), 35'500'000), "35.5 m²");
  EXPECT_EQ(shown({Kind::integer}, -12), "-12");
  EXPECT_EQ(shown(k_grade, 2), "中度失能");
  EXPECT_EQ(shown({Kind::boolean}, 0), "否");
  EXPECT_EQ(shown({Kind::region}, 10'000'000'000), "010000000000");
  EXPECT_EQ(shown({Kind::period}, pack_period(Period::year(2025))), "2025");
  EXPECT_EQ(shown({Kind::date}, 0), "1970-01-01");
  EXPECT_EQ(shown({Kind::integer}, {}), "缺失");
}

TEST(Literal, WhatIsShownCanBeReadAgain) {
  Facts facts(schema());
  SeededRandom random(5);
  for (const RecordKind& record : schema().records)
    for (const Field& field : record.fields) {
      if (field.type.kind == Kind::text) continue;
      for (int i = 0; i < 200; ++i) {
        const std::int64_t value = testing::random_value(schema(), field.type, facts, random, 10, testing::Spread::extreme);
        // Literals are read as decimals of up to nine trillion: the last tenth of what a field may hold has no literal.
        if (std::abs(value) > 900'000'000'000'000) continue;
        const std::string text = literal_text(schema(), field.type, value);
        EXPECT_EQ(read(field.type, text), std::to_string(value)) << field.name << " " << text;
      }
    }
}

}  // namespace
}  // namespace laoyou::rules
