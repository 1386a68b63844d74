// Parameters: dates, tables, kinds.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckParameters, AParameterThatARuleReadsHasAValueOnThePlansFirstDay) {
  EXPECT_EQ(errors_of(R"(from 2025-01-01
parameter late
  2025-06-01: 3
parameter unread
  2025-06-01: 3
resident.a: age > late)"), R"(2:11: 方案从 2025-01-01 起实施，而参数“late”到 2025-06-01 才有值)");
}

TEST(CheckParameters, RowsOfATableDoNotOverlap) {
  EXPECT_EQ(errors_of(R"(parameter table
  2025-01-01: 80..89 = 1元; 85.. = 2元
parameter twice
  2025-01-01: mild = 1元; mild, severe = 2元
parameter places
  2025-01-01: 650200000000 = 1元; 650203000000 = 2元
parameter backwards
  2025-01-01: 89..80 = 1元)"), R"(2:28: “85..”与“80..89”重叠：同一个值只能落在一行
4:26: “mild”与“mild”重叠：同一个值只能落在一行
6:34: “650203000000”与“650200000000”重叠：同一个值只能落在一行
8:15: 范围 89..80 前大后小，里面没有任何值)");
}

TEST(CheckParameters, ValuesOfOneParameterAreOfOneKindAndRiseByDate) {
  EXPECT_EQ(errors_of(R"(parameter unsorted
  2025-01-01: 3
  2024-01-01: 3
parameter again
  2025-01-01: 3
  2025-01-01: 4
parameter shape
  2024-01-01: 3
  2025-01-01: 1 = 3
parameter empty
parameter ended
  2024-01-01: end
parameter kinds
  2024-01-01: 3元
  2025-01-01: 3
parameter units
  2024-01-01: 35 m²
  2025-01-01: 3 min
parameter keys
  2024-01-01: mild = 1; 3 = 2
parameter word
  2024-01-01: seveer
parameter text
  2024-01-01: "abc"
parameter formula
  2024-01-01: 3 + 4
parameter codes
  2024-01-01: mild..severe = 4
parameter unit
  2024-01-01: 35 m3
parameter broken
  2024-01-01: (3)"), R"(3:3: 参数“unsorted”的日期须从早到晚：2024-01-01 写在 2025-01-01 之后
6:3: 参数“again”的日期须从早到晚：2025-01-01 写在 2025-01-01 之后
9:15: 参数“shape”有时是单个值、有时是表：各日期的写法须一致
10:11: 参数“empty”没有任何值
11:11: 参数“ended”没有任何值
15:15: 这里是整数 (integer)，应为金额 (money)
18:15: 这里是数量 (min)，应为数量 (m²)
20:25: 这里是整数 (integer)，应为代码 (care_grade)
22:15: 没有“seveer”这个名称，是否指“severe”？
24:15: “"abc"”不是固定的值：参数只能写数字、日期、周期、是否或代码
26:15: “3 + 4”不是固定的值：参数只能写数字、日期、周期、是否或代码
28:15: 代码 (care_grade)没有大小之分，不能用“..”
30:18: “m3”前面的式子已经完整：中间缺少运算符，或多写了“m3”
32:15: “(”没有结束)");
}

TEST(CheckParameters, AValueHoldsFromItsDayUntilTheNext) {
  const auto book = check_text("parameter limit\n  2024-01-01: 60\n  2025-07-01: 1.5\n  2026-01-01: end\n  2027-01-01: 3");
  ASSERT_TRUE(book);
  const Parameter& limit = (*book)->parameters[0];
  EXPECT_EQ(limit.type, Type{Kind::ratio}) << "whole numbers and decimals together are ratios";
  const auto on = [&limit](const char* day) {
    const DatedValue* value = limit.on(Date::parse(day).value());
    return value ? value->rows.at(0).value : -1;
  };
  EXPECT_EQ(on("2023-12-31"), -1);
  EXPECT_EQ(on("2024-01-01"), 60'000'000);
  EXPECT_EQ(on("2025-06-30"), 60'000'000);
  EXPECT_EQ(on("2025-07-01"), 1'500'000);
  EXPECT_EQ(on("2026-01-01"), -1);
  EXPECT_EQ(on("2099-01-01"), 3'000'000);
  EXPECT_EQ(limit.values[0].until, Date::parse("2025-07-01").value());
  EXPECT_EQ(limit.values[1].document, "No. 3");
  EXPECT_EQ(limit.values[3].until, std::nullopt);
}

TEST(CheckParameters, TablesAreSortedByTheirKeys) {
  const auto good = check_text("parameter allowance\n  2024-01-01: 100.. = 300元; 80..89 = 50元; else = 1角; 90..99 = 100元\nparameter grades\n  2024-01-01: severe = 2 h; mild、moderate = 30 min\nparameter places\n  2024-01-01: 650203000000 = true");
  ASSERT_TRUE(good);
  const auto rows_of = [&good](int parameter) {
    const Parameter& table = (*good)->parameters[static_cast<std::size_t>(parameter)];
    std::string text = type_text((*good)->schema, *table.key_type) + " to " + type_text((*good)->schema, table.type);
    for (const DatedValue::Row& row : table.values[0].rows)
      text += "; " + (row.low ? std::to_string(*row.low) : "") + ".." + (row.high ? std::to_string(*row.high) : "") + " = " + std::to_string(row.value);
    return text + (table.values[0].otherwise ? "; else = " + std::to_string(*table.values[0].otherwise) : "");
  };
  EXPECT_EQ(rows_of(0), "integer to money; 80..89 = 5000; 90..99 = 10000; 100.. = 30000; else = 10");
  EXPECT_EQ(rows_of(1), "code care_grade to quantity h; 1..1 = 500000; 2..2 = 500000; 3..3 = 2000000");
  EXPECT_EQ(rows_of(2), "region to boolean; 650203000000..650203999999 = 1");
}

TEST(CheckParameters, ACodeOfTwoListsNeedsTheNameOfItsList) {
  Schema schema = example_schema();
  schema.code_lists.push_back({"disability", {{"severe", "重度", "severe"}}});
  const auto book = check(BookText("parameter grade\n  2024-01-01: severe\nparameter told\n  2024-01-01: disability.severe").source, schema);
  ASSERT_FALSE(book);
  ASSERT_EQ(book.error().size(), 1u);
  EXPECT_EQ(message(book.error()[0], Language::zh), "“severe”同时在代码表 care_grade 和 disability 中，应写作 care_grade.severe");
}

}  // namespace
}  // namespace laoyou::rules
