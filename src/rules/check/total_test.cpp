// Totals: aggregates over all rows and arithmetic over them.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckTotal, TotalsAreExactFractionsOfAggregates) {
  EXPECT_EQ(trees_of(R"(total a: count(resident where age >= 80)
total b: a / count(resident) * 1000
total c: sum(lasted of visit) / 1 h
total d: avg(income of resident) + 100元 * 2
total e: share(care_grade = severe of resident where age >= 60) - 5%
total f: -sum(home_area of resident) + 1 km²
total g: distinct(institution of resident) * limit
total h: min(income of resident where exists(visit where finished))
parameter limit
  2024-01-01: 60%)"), R"(a: integer | count(all resident where (resident.age >= 80))
b: ratio | ((total 0 / count(all resident)) * 1000)
c: ratio | ((sum(visit.lasted of all visit) / 1 h) / 60)
d: money | (avg(resident.income of all resident) + (100.00元 * 2))
e: ratio | (share((resident.care_grade = 重度失能) of all resident where (resident.age >= 60)) - 5%)
f: quantity m² | ((0 m² - sum(resident.home_area of all resident)) + (1 km² * 1000000))
g: ratio | (distinct(resident.institution of all resident) * parameter 0)
h: money | min(resident.income of all resident where exists(visit by resident where visit.finished))
)");
}

TEST(CheckTotal, TotalsHoldAggregatesAndRowsHoldFields) {
  EXPECT_EQ(errors_of(R"(resident.old: age >= 80
total n: count(resident where old)
resident.a: n
total b: age
total c: old
total d: count(resident) > 3
total e: exists(visit where finished)
total f: round(count(resident) / 3, half_up)
total g: born
total h: count(resident) + 3元
total i: sum(income of resident) + sum(home_area of resident)
total j: sum(local of resident)
total k: min(sex of resident)
total l: sum(income of resident) * sum(income of resident)
total m: 5 / sum(income of resident)
total o: latest(score of visit by day)
total p: case { local: 1 }
total q: avg(born of resident))"), R"(3:13: “n”是全体的合计，不能写在针对单条记录的规则里
4:10: “age”属于每条老年人 (resident)，合计中须写在 count、sum 等里面
5:10: “old”属于每条老年人 (resident)，合计中须写在 count、sum 等里面
6:10: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“count(resident) > 3”
7:10: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“exists”
8:10: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“round(count(resident) / 3, half_up)”
9:10: “born”属于每条老年人 (resident)，合计中须写在 count、sum 等里面
10:28: 这里是金额 (money)，应为整数 (integer)
11:36: 这里是数量 (m²)，应为金额 (money)
12:14: “local”是是否 (boolean)，不能参加计算
13:14: 代码 (sex)没有大小之分，不能用“min”
14:10: 金额 (money) 乘 金额 (money) 没有意义
15:10: 整数 (integer) 除以 金额 (money) 没有意义
16:10: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“latest”
17:10: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“case { local: 1 }”
18:14: “born”是日期 (date)，不能参加计算)");
}

}  // namespace
}  // namespace laoyou::rules
