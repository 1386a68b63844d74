// Comparisons, ranges, periods, places.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckComparison, ConstantsBecomeRangesAndTheRestIsWrittenOut) {
  EXPECT_EQ(trees_of(R"(resident.a: care_grade in (mild, 重度失能, mild) and sex != 男
resident.b: 失能等级 = care_grade.severe or local = 是
resident.c: age in (..3, 5, 80..89, 85..95) or age not in 100..
resident.d: age between 60 and 69
resident.e: name = "张三" or name in ("b", "a")
resident.f: region within 650200 and region in (650203100001)
resident.g: region within plan.region
resident.h: born in 1950 or born in 2025-Q1..2025-06-30 or born in period
resident.i: joined = 2025 or joined in 2024-Q3..2025 or joined >= 2024-H1
resident.j: age in (share, 80..income_limit)
resident.k: (income is missing) and not missing(age)
parameter income_limit
  2024-01-01: 90)"), R"(a: boolean | ((resident.care_grade in 轻度失能 重度失能) and (resident.sex != 男))
b: boolean | ((resident.care_grade = 重度失能) or (resident.local = 是))
c: boolean | ((resident.age in ..3 5 80..95) or not (resident.age in 100..))
d: boolean | (resident.age in 60..69)
e: boolean | ((resident.name = "张三") or (resident.name in "a" "b"))
f: boolean | ((resident.region within 650200000000) and (resident.region in 650203100001))
g: boolean | (resident.region within plan.region)
h: boolean | (((resident.born in 1950-01-01..1950-12-31) or (resident.born in 2025-01-01..2025-06-30)) or (resident.born in period period))
i: boolean | (((resident.joined = 2025) or (resident.joined in 2024-Q3..2025)) or (resident.joined >= 2024-H1))
j: boolean | ((ratio(resident.age * 1000000) = resident.share) or ((ratio(resident.age * 1000000) >= 8000%) and (ratio(resident.age * 1000000) <= ratio(parameter 0 * 1000000))))
k: boolean | (missing(resident.income) and not missing(resident.age))
)");
}

TEST(CheckComparison, EachKindIsComparedInItsOwnWaysOnly) {
  EXPECT_EQ(errors_of(R"(resident.a: care_grade > mild
resident.b: local > true
resident.c: region > 650200000000
resident.d: name > "a"
resident.e: name = name
resident.f: institution = region
resident.g: care_grade in mild..severe
resident.h: local in (true)
resident.i: age in 89..80
resident.j: age in (1, 2元)
resident.k: age within 650200000000
resident.l: region within age
resident.m: name in ("a", name)
resident.n: "a" = "b")"), R"(1:13: 代码 (care_grade)没有大小之分，不能用“>”
2:13: 是否 (boolean)没有大小之分，不能用“>”
3:13: 区划 (region)没有大小之分，不能用“>”
4:13: 文字 (text)没有大小之分，不能用“>”
5:13: 文字只能与引号中的文字比较，写作 = “…”
6:27: 这里是区划 (region)，应为关联 (institution)
7:27: 代码 (care_grade)没有大小之分，不能用“..”
8:13: 是否值不用 in：直接写条件本身，或写 = true
9:20: 范围 89..80 前大后小，里面没有任何值
10:24: 这里是金额 (money)，应为整数 (integer)
11:13: 这里是整数 (integer)，应为区划 (region)
12:27: 这里是整数 (integer)，应为区划 (region)
13:27: 文字只能与引号中的文字比较，写作 = “…”
14:13: 文字只能与引号中的文字比较，写作 = “…”)");
}

}  // namespace
}  // namespace laoyou::rules
