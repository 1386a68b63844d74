// Types, units, rounding and bounds of what is calculated.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckArithmetic, RoundedProductsCarryTheirUnitsAndMillionths) {
  EXPECT_EQ(trees_of(R"(resident.a: round(income * 55%, half_up)
resident.b: round(home_area / 3, down)
resident.c: round(age / 12, half_even)
visit.d: round(100元 * lasted / 1 h, up)
resident.e: round(100元 / 3 * 2, half_up)
resident.f: round(3 * 1.5 * 2000元, half_up))"), R"(a: money | (resident.income * 55% / 1000000, half_up)
b: quantity m² | (resident.home_area / 3, down)
c: ratio | (resident.age / 12 * 1000000, half_even)
d: money | (100.00元 * visit.lasted / 1 h / 60, up)
e: money | (100.00元 * 2 / 3, half_up)
f: money | (450% * 2000.00元 / 1000000, half_up)
)");
}

TEST(CheckArithmetic, LiteralsTakeTheUnitOfWhatTheyMeet) {
  EXPECT_EQ(trees_of(R"(resident.a: age >= 80 and income < 1200元
resident.b: income - 1角 + 2万元
resident.c: home_area > 0.3 亩
visit.d: lasted >= 1.5h
resident.e: age > 79.5
resident.f: share = 1 or share < 55%
resident.g: -(age - 1) * 12
resident.h: 1200元 * 12 - 1元
resident.i: 3 > age
resident.j: income else 0元
visit.k: lasted + 2 h)"), R"(a: boolean | ((resident.age >= 80) and (resident.income < 1200.00元))
b: money | ((resident.income - 0.10元) + 20000.00元)
c: boolean | (resident.home_area > 200 m²)
d: boolean | (visit.lasted >= 90 min)
e: boolean | (ratio(resident.age * 1000000) > 7950%)
f: boolean | ((resident.share = 100%) or (resident.share < 55%))
g: integer | (-(resident.age - 1) * 12)
h: money | 14399.00元
i: boolean | (3 > resident.age)
j: money | (resident.income else 0.00元)
k: quantity min | (visit.lasted + 120 min)
)");
}

TEST(CheckArithmetic, TypesAndUnitsMustMeet) {
  EXPECT_EQ(errors_of(R"(resident.a: income > 1200
resident.b: 1200 > income
resident.c: home_area < 35.5
resident.d: income + share
resident.e: age + born
resident.f: income = born
resident.g: born > 2025
resident.h: lasting > 3 m²
resident.i: home_area + 3 min
resident.j: home_area > 0.1 亩
resident.k: income > 100元元
resident.l: income > 0.001元
resident.m: local > 3
resident.n: born - born
resident.o: born + 30
resident.p: -local
resident.q: not age
resident.r: age and local
resident.s: income else 0
resident.t: age > 12.5人
resident.u: income > 99999999亿元
resident.v: born = 2025-02-30)"), R"(1:22: “1200”缺少单位，应写作“1200元”
2:13: “1200”缺少单位，应写作“1200元”
3:25: “35.5”缺少单位，应写作“35.5 m²”
4:22: 这里是比例或小数 (ratio)，应为金额 (money)
5:19: “born”是日期 (date)，不能参加计算
6:22: 这里是日期 (date)，应为金额 (money)
7:20: 这里是周期 (period)，应为日期 (date)
8:13: 没有“lasting”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码
9:25: 数量 (min) 与 数量 (m²) 的单位不能准确换算
10:25: 数量 (亩) 与 数量 (m²) 的单位不能准确换算
11:25: “元元”不是已知的单位；数字后面接别的词须空一格
12:22: “0.001元”不是金额，应写作 50元、2250万元 或 1.5亿元，精确到分
13:21: 这里是整数 (integer)，应为是否 (boolean)
14:13: 日期不能相减：用 days_between、months_between 或 years_between
15:13: 日期不能加减数字：用 add_days 或 add_months
16:14: “local”是是否 (boolean)，不能参加计算
17:17: 这里是整数 (integer)，应为是否 (boolean)
18:13: 这里是整数 (integer)，应为是否 (boolean)
19:25: “0”缺少单位，应写作“0元”
20:19: “12.5人”应为整数
21:22: 数字过大：99999999亿元
22:20: 没有“2025-02-30”这一天)");
}

TEST(CheckArithmetic, WhatDoesNotComeOutEvenMustSayHowItIsRounded) {
  EXPECT_EQ(errors_of(R"(resident.a: income * share
resident.b: income / 3
resident.c: age / 12
resident.d: round(income * 55%)
resident.e: round(income * 55%, nearest)
resident.f: round(income + 5元, half_up)
resident.g: income * home_area
resident.h: income / home_area
resident.i: round(home_area * income, half_up)
resident.j: round(age / income, half_up))"), R"(1:13: “income * share”除不尽时须说明如何取整：写作 round(income * share，half_up)，或 half_even、down、up
2:13: “income / 3”除不尽时须说明如何取整：写作 round(income / 3，half_up)，或 half_even、down、up
3:13: “age / 12”除不尽时须说明如何取整：写作 round(age / 12，half_up)，或 half_even、down、up
4:13: round 需要 2 个值，这里有 1 个
5:33: “nearest”不是取整方式，应为 half_up、half_even、down 或 up
6:13: “income + 5元”无需取整：round 内应为一个乘法或除法
7:13: 金额 (money) 乘 数量 (m²) 没有意义
8:13: 金额 (money) 除以 数量 (m²) 没有意义
9:19: 数量 (m²) 乘 金额 (money) 没有意义
10:19: 整数 (integer) 除以 金额 (money) 没有意义)");
}

TEST(CheckArithmetic, WhatCouldLeaveTheRangeOfNumbersIsRefused) {
  EXPECT_EQ(errors_of(R"(resident.a: income * age
resident.b: round(income * share, half_up)
resident.c: round(income / share, half_up)
resident.d: age * age * age
resident.e: share * 3
institution.f: floor_area > 1 km² and floor_area * 1000000 > 3 m²)"), R"(1:13: “income * age”的结果可能大到无法表示：用参数、分段或较小的数代替其中可能很大的字段
2:13: “round(income * share, half_up)”的结果可能大到无法表示：用参数、分段或较小的数代替其中可能很大的字段
3:13: “round(income / share, half_up)”的结果可能大到无法表示：用参数、分段或较小的数代替其中可能很大的字段
4:13: “age * age”的结果可能大到无法表示：用参数、分段或较小的数代替其中可能很大的字段
6:39: “floor_area * 1000000”的结果可能大到无法表示：用参数、分段或较小的数代替其中可能很大的字段)");
}

}  // namespace
}  // namespace laoyou::rules
