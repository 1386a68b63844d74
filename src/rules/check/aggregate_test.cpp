// Aggregates over the rows that name the row at hand.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckAggregate, RowsAreReachedThroughTheReferenceAndBySteps) {
  EXPECT_EQ(trees_of(R"(resident.a: exists(visit where day in period and resident.age > 3 and lasted >= 0.5 h)
institution.b: share(nursing of bed) >= 55%
resident.c: latest(score of visit where finished by day)
institution.d: count(bed where nursing and bed.rent > 1元 and institution.stars > 3 )
resident.e: institution.stars >= 3 and institution.occupied > 0
institution.occupied: count(bed where resident is missing)
resident.f: sum(paid of 探访) + 1元
resident.g: distinct(finished of visit)
resident.h: avg(lasted of visit))"), R"(a: boolean | exists(visit by resident where (((visit.day in period period) and (2→resident.age > 3)) and (visit.lasted >= 30 min)))
b: boolean | (share(bed.nursing of bed by institution) >= 55%)
c: integer | latest(visit.score of visit by resident where visit.finished latest by visit.day)
d: integer | count(bed by institution where ((bed.nursing and (bed.rent > 1.00元)) and (2→institution.stars > 3)))
occupied: integer | count(bed by institution where missing(bed.resident))
e: boolean | ((12→institution.stars >= 3) and (12→rule 4 > 0))
f: money | (sum(visit.paid of visit by resident) + 1.00元)
g: integer | distinct(visit.finished of visit by resident)
h: quantity min | avg(visit.lasted of visit by resident)
)");
}

TEST(CheckAggregate, RelatedRowsNameTheRowAtHand) {
  EXPECT_EQ(errors_of(R"(bed.a: count(visit)
institution.b: count(visit)
resident.c: sum(paid of visit where finishd)
resident.d: share(score of visit)
resident.e: latest(score of visit by finished)
resident.f: max(finished of visit)
resident.g: sum(day of visit)
visit.h: count(bed))"), R"(1:14: 探访 (visit) 的记录中没有指向 床位 (bed) 的字段
2:22: 探访 (visit) 的记录中没有指向 机构 (institution) 的字段
3:37: 没有“finishd”这个名称，是否指“finished”？
4:19: 这里是整数 (integer)，应为是否 (boolean)
5:38: 是否 (boolean)没有大小之分，不能用“by”
6:17: 是否 (boolean)没有大小之分，不能用“max”
7:17: “day”是日期 (date)，不能参加计算
8:16: 床位 (bed) 的记录中没有指向 探访 (visit) 的字段)");
}

TEST(CheckAggregate, OfSeveralReferencesTheOneCalledLikeTheRecordIsMeant) {
  Schema schema = example_schema();
  RecordKind& visit = schema.records[static_cast<std::size_t>(schema.find_record("visit"))];
  visit.fields.push_back({"reported_by", visit.fields[2].type, "报告人", "reported by"});
  const BookText text("resident.a: count(visit)");
  EXPECT_TRUE(check(text.source, schema));
  visit.fields[2].name = "visited";
  const auto refused = check(text.source, schema);
  ASSERT_FALSE(refused);
  EXPECT_EQ(message(refused.error()[0], Language::zh), "探访 (visit) 有几个字段指向 老年人 (resident)：visited, reported_by；只有一个，或其中一个与记录同名，才能判断指哪一个");
}

}  // namespace
}  // namespace laoyou::rules
