// What is proved of conditions before any row is seen.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CaseProof, ParametersAreFollowedThroughTheirVersions) {
  EXPECT_EQ(trees_of(R"(from 2025-01-01
parameter limit
  2024-01-01: 60
  2026-01-01: 80
parameter pilot
  2024-01-01: false
parameter grade
  2024-01-01: care_grade.severe
resident.a: case { age < limit: 1; age >= limit: 2 }
resident.b: case { age < limit: 1; age >= 80: 2 }
resident.c: first { pilot: 1; else: 2 }
resident.d: case { care_grade = grade: 1; care_grade != grade: 2 }
resident.e: case { age < limit + 5: 1; age > limit + 4: 2 })"), R"(a: integer | case { (resident.age < parameter 0): 1; (resident.age >= parameter 0): 2; }
b: integer | case { (resident.age < parameter 0): 1; (resident.age >= 80): 2; }
c: integer | first { parameter 1: 1; else: 2 }
d: integer | case { (resident.care_grade = parameter 2): 1; (resident.care_grade != parameter 2): 2; }
e: integer | case { (resident.age < (parameter 0 + 5)): 1; (resident.age > (parameter 0 + 4)): 2; }
)");
}

TEST(CaseProof, BranchesThatExcludeOneAnotherAreAccepted) {
  EXPECT_EQ(trees_of(R"(resident.a: case { age < 60: 0元; age in 60..79: 50元; age >= 80: 100元 }
resident.b: first { age >= 90: 2; age >= 80: 1; else: 0 }
resident.c: case { care_grade = severe: 重度失能; else: care_grade }
resident.d: case { care_grade is missing: false; care_grade = severe: true; not (care_grade = severe): local }
resident.e: case { local and sex = male: 1; local and sex = female: 2; not local: 3 }
resident.f: case { region within 650200: 1; region within 650300: 2; region within 650400 and name = "a": 3; else: 4 }
resident.old: age >= 80
resident.g: case { old: 1; age < 80: 2 }
resident.h: case { income < share_of: 1; income >= share_of: 2 }
resident.share_of: round(income * 50%, half_up)
resident.i: case { age > 79.5: 1; age < 80: 2 }
resident.j: case { born in period: 1; born < period.start: 2; born > period.end: 3 }
resident.k: case { name = "a": 1; name = "b": 2; else: 3 }
resident.l: first { local: 1; sex = male: 2; else: 3 }
resident.m: case { (local else false): 1; not (local else false): 2 })"), R"(a: money | case { (resident.age < 60): 0.00元; (resident.age in 60..79): 50.00元; (resident.age >= 80): 100.00元; }
b: integer | first { (resident.age >= 90): 2; (resident.age >= 80): 1; else: 0 }
c: code care_grade | case { (resident.care_grade = 重度失能): 重度失能; else: resident.care_grade }
d: boolean | case { missing(resident.care_grade): 否; (resident.care_grade = 重度失能): 是; not (resident.care_grade = 重度失能): resident.local; }
e: integer | case { (resident.local and (resident.sex = 男)): 1; (resident.local and (resident.sex = 女)): 2; not resident.local: 3; }
f: integer | case { (resident.region within 650200000000): 1; (resident.region within 650300000000): 2; ((resident.region within 650400000000) and (resident.name = "a")): 3; else: 4 }
old: boolean | (resident.age >= 80)
g: integer | case { rule 6: 1; (resident.age < 80): 2; }
share_of: money | (resident.income * 50% / 1000000, half_up)
h: integer | case { (resident.income < rule 8): 1; (resident.income >= rule 8): 2; }
i: integer | case { (ratio(resident.age * 1000000) > 7950%): 1; (resident.age < 80): 2; }
j: integer | case { (resident.born in period period): 1; (resident.born < period.start): 2; (resident.born > period.end): 3; }
k: integer | case { (resident.name = "a"): 1; (resident.name = "b"): 2; else: 3 }
l: integer | first { resident.local: 1; (resident.sex = 男): 2; else: 3 }
m: integer | case { (resident.local else 否): 1; not (resident.local else 否): 2; }
)");
}

TEST(CaseProof, ConditionsOfACaseMustExcludeOneAnother) {
  EXPECT_EQ(errors_of(R"(resident.a: case { age > 80: 1; age > 70: 2 }
resident.b: case { age > 80: 1; income < 1000元: 2; else: 3 }
resident.c: case { local: 1; sex = male: 2 })"), R"(1:33: “age > 80”与“age > 70”可能同时成立 (resident.age = 81)：改写条件使其互斥，或用 first 按先后取第一个成立的
2:33: “age > 80”与“income < 1000元”可能同时成立 (resident.age = 81)：改写条件使其互斥，或用 first 按先后取第一个成立的
3:30: “local”与“sex = male”可能同时成立 (resident.local = 是)：改写条件使其互斥，或用 first 按先后取第一个成立的)");
}

TEST(CaseProof, AConditionThatContradictsItselfIsRefused) {
  EXPECT_EQ(errors_of(R"(resident.a: age > 80 and age < 60
resident.b: case { age in 80..70: 1; else: 2 }
resident.c: case { age > 80 and (age < 60 or age = 80): 1; else: 2 }
resident.d: exists(visit where score > 3 and not score > 2)
total e: count(resident where local and not local)
resident.f: care_grade in (mild, severe) and care_grade = moderate
resident.g: age is missing and age > 3
resident.h: lasts)"), R"(1:13: “age > 80 and age < 60”永远不会成立：条件自相矛盾
2:27: 范围 80..70 前大后小，里面没有任何值
3:20: “age > 80 and (age < 60 or age = 80)”永远不会成立：条件自相矛盾
4:32: “score > 3 and not score > 2”永远不会成立：条件自相矛盾
5:31: “local and not local”永远不会成立：条件自相矛盾
6:13: “care_grade in (mild, severe) and care_grade = moderate”永远不会成立：条件自相矛盾
7:13: “age is missing and age > 3”永远不会成立：条件自相矛盾
8:13: 没有“lasts”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码)");
}

TEST(CaseProof, ABranchThatIsNeverReachedIsRefused) {
  EXPECT_EQ(errors_of(R"(resident.a: first { age >= 60: 1; age >= 80: 2; else: 3 }
resident.b: first { age < 60: 1; age >= 60: 2; else: 3 }
resident.c: first { age < 60: 1; age is missing: 2; else: 3 }
resident.d: case { local: 1; not local: 2; else: 3 }
resident.e: first { care_grade in (able, mild): 1; care_grade != able: 2; care_grade = mild: 3; else: 4 })"), R"(1:35: 永远轮不到“age >= 80”：前面的条件已经包括了它
2:54: 永远轮不到“3”：前面的条件已经包括了它
3:34: 永远轮不到“age is missing”：前面的条件已经包括了它
4:50: 永远轮不到“3”：前面的条件已经包括了它
5:75: 永远轮不到“care_grade = mild”：前面的条件已经包括了它
5:103: 永远轮不到“4”：前面的条件已经包括了它)");
}

TEST(CaseProof, EveryVersionOfAParameterMustKeepBranchesApart) {
  EXPECT_EQ(errors_of(R"(from 2025-01-01
parameter limit
  2024-01-01: 60
  2026-01-01: 80
resident.a: case { age < limit: 1; age >= 80: 2 }
resident.b: case { age < limit: 1; age >= 70: 2 })"), R"(6:36: “age < limit”与“age >= 70”可能同时成立 (resident.age = 70)：改写条件使其互斥，或用 first 按先后取第一个成立的)");
}

}  // namespace
}  // namespace laoyou::rules
