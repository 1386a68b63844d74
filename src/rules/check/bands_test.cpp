// Bands in rules and tables of parameters.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckBands, TablesAndBandsGiveTheValueOfTheirRow) {
  EXPECT_EQ(trees_of(R"(parameter allowance 高龄津贴
  2024-01-01: 80..89 = 50元; 90.. = 100元; else = 0元
parameter rate
  2024-01-01: mild、moderate = 1; severe = 0.5
parameter places
  2024-01-01: 650200000000 = 10元; 650300000000 = 20元
parameter areas
  2024-01-01: ..35 m² = 10元; 35.01 m²..60 m² = 20元
resident.a: 高龄津贴[age] * 2
resident.b: rate[care_grade] > 1
resident.c: places[region]
resident.d: areas[home_area]
resident.e: bands care_grade { severe: 200元; mild: 100元; else: 0元 }
resident.f: bands home_area { 35 m²..: 1; ..20 m²: 2 })"), R"(a: money | (parameter 0[resident.age] * 2)
b: boolean | (parameter 1[resident.care_grade] > 100%)
c: money | parameter 2[resident.region]
d: money | parameter 3[resident.home_area]
e: money | bands resident.care_grade { 轻度失能: 100.00元; 重度失能: 200.00元; else: 0.00元 }
f: integer | bands resident.home_area { ..20 m²: 2; 35 m²..: 1; }
)");
}

TEST(CheckBands, TablesAndBandsAreAskedByTheirKind) {
  EXPECT_EQ(errors_of(R"(parameter limit
  2024-01-01: 60
parameter table
  2024-01-01: 60 = 3
resident.a: limit[age]
resident.b: table
resident.c: table[income]
resident.d: tabel[age]
resident.e: bands age { limit..: 1; else: 2 }
resident.f: bands age { 80..89: 1元; 85..: 2元 }
resident.g: bands age { 80..89: 1元; 90..: 2 }
resident.h: case { age > 1: 1元; else: 2 m² }
resident.i: bands age { 60..69: 1元; 70..79: 2; else: 0 })"), R"(5:13: “limit”不是表，后面不能写 […]
6:13: “table”是一张表，应写作 table[…]
7:19: 这里是金额 (money)，应为整数 (integer)
8:13: 没有“tabel”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码
9:25: 分段的界限“limit”须是固定的值；随参数变化的界限用 case 写
10:37: “85..”与“80..89”重叠：同一个值只能落在一行
11:43: “2”缺少单位，应写作“2元”
12:39: 这里是数量 (m²)，应为金额 (money)
13:45: “2”缺少单位，应写作“2元”
13:54: “0”缺少单位，应写作“0元”)");
}

}  // namespace
}  // namespace laoyou::rules
