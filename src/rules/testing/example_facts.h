// A small world for tests: residents in institutions, their visits and beds, and random rows of each with some values missing.
#pragma once

#include <algorithm>

#include "base/random.h"
#include "rules/facts/facts.h"
#include "rules/value/period_value.h"
#include "rules/schema/schema.h"
#include "rules/value/unit.h"

namespace laoyou::rules::testing {

/// Type of a quantity measured in a unit ("m²", "min").
inline Type quantity_in(std::string_view unit) { return {Kind::quantity, static_cast<std::int16_t>(canonical_unit(find_unit(unit)))}; }

/// resident → institution; visit → resident; bed → institution and → resident. Fields of every kind.
inline Schema example_schema() {
  enum Record : std::int16_t { resident, visit, institution, bed };
  enum List : std::int16_t { care_grade, sex };
  const Type boolean{Kind::boolean}, integer{Kind::integer}, money{Kind::money}, ratio{Kind::ratio}, date{Kind::date}, period{Kind::period},
      region{Kind::region}, text{Kind::text};
  const auto id_of = [](Record record) { return Type{Kind::id, record}; };
  const auto code_of = [](List list) { return Type{Kind::code, list}; };
  Schema schema;
  schema.code_lists = {
      {"care_grade", {{"able", "能力完好", "able"}, {"mild", "轻度失能", "mild"}, {"moderate", "中度失能", "moderate"}, {"severe", "重度失能", "severe"}, {"complete", "完全失能", "complete"}}},
      {"sex", {{"male", "男", "male"}, {"female", "女", "female"}}}};
  RecordKind people{"resident", "老年人", "resident",
                    {{"id", id_of(resident), "编号", "id"}, {"region", region, "区划", "region"}, {"name", text, "姓名", "name"}, {"born", date, "出生日期", "born"},
                     {"age", integer, "年龄", "age"}, {"sex", code_of(sex), "性别", "sex"}, {"care_grade", code_of(care_grade), "失能等级", "care grade"},
                     {"income", money, "月收入", "monthly income"}, {"local", boolean, "本地户籍", "registered here"}, {"home_area", quantity_in("m²"), "住房面积", "home area"},
                     {"share", ratio, "自付比例", "own share"}, {"joined", period, "登记期", "joined"}, {"institution", id_of(institution), "入住机构", "institution"}},
                    0, 1};
  RecordKind visits{"visit", "探访", "visit",
                    {{"id", id_of(visit), "编号", "id"}, {"region", region, "区划", "region"}, {"resident", id_of(resident), "探访对象", "resident visited"}, {"day", date, "日期", "day"},
                     {"lasted", quantity_in("min"), "时长", "lasted"}, {"score", integer, "评分", "score"}, {"paid", money, "支付", "paid"}, {"finished", boolean, "已完成", "finished"}},
                    0, 1};
  RecordKind institutions{"institution", "机构", "institution",
                          {{"id", id_of(institution), "编号", "id"}, {"region", region, "区划", "region"}, {"name", text, "名称", "name"}, {"opened", date, "开业日期", "opened"},
                           {"stars", integer, "星级", "stars"}, {"floor_area", quantity_in("m²"), "建筑面积", "floor area"}, {"occupancy", ratio, "入住率", "occupancy"}, {"subsidised", boolean, "享受补贴", "subsidised"}},
                          0, 1};
  RecordKind beds{"bed", "床位", "bed",
                  {{"id", id_of(bed), "编号", "id"}, {"region", region, "区划", "region"}, {"institution", id_of(institution), "所属机构", "institution of the bed"},
                   {"resident", id_of(resident), "使用人", "occupant"}, {"nursing", boolean, "护理型", "nursing"}, {"rent", money, "床位费", "rent"}},
                  0, 1};
  schema.records = {people, visits, institutions, beds};
  return schema;
}

/// How far numbers lie apart: `narrow` ones fit the narrowest arrays, `usual` ones have a few fields each, `extreme` ones reach field_bound().
enum class Spread { narrow, usual, extreme };

/// A value as this field might hold it; small and clustered, so that conditions on it are sometimes true. Ids point to one of the first rows
/// of random_facts(), one in eight to no row at all.
inline std::int64_t random_value(const Schema& schema, Type type, Facts& facts, SeededRandom& random, std::size_t rows_referred, Spread spread = Spread::extreme) {
  static constexpr std::int64_t k_regions[] = {450203001002, 450203001003, 450203002001, 450204001001, 450205000000, 450300000000, 650203100001, 0};
  static constexpr std::string_view k_names[] = {"", "张三", "李四", "王五", "O'Neil", "山 \"A\""};
  const auto below = [&random](std::int64_t bound) { return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(bound))); };
  const bool extreme = spread == Spread::extreme && below(200) == 0;
  if (spread == Spread::narrow && type.kind == Kind::integer) return 50 + below(66);
  if (spread == Spread::narrow && type.kind == Kind::money) return below(50'000);
  if (spread == Spread::narrow && type.kind == Kind::date) return 15'000 + below(6000);
  switch (type.kind) {
    case Kind::boolean: return below(2);
    case Kind::integer: return extreme ? (below(2) ? 1 : -1) * 10'000'000'000 : below(5) == 0 ? below(8) : below(5) == 0 ? below(3000) - 1500 : 55 + below(60);
    case Kind::money: return extreme ? (below(2) ? 1 : -1) * 1'000'000'000'000'000 : below(4) == 0 ? below(1000) * 10'000 : below(400'000) - 20'000;
    case Kind::ratio: return extreme ? 1'000'000'000'000'000 : below(3) == 0 ? below(21) * 50'000 : below(1'200'001);
    case Kind::quantity: return extreme ? 1'000'000'000'000'000 : below(3) == 0 ? below(50) * 1'000'000 : below(120'000'001) - 1'000'000;
    case Kind::date: return extreme ? below(2) * 40'000 - 25'000 : below(3) == 0 ? 19'000 + below(1500) : -14'000 + below(33'000);
    case Kind::period: return pack_period(Period::month(2022 + static_cast<int>(below(4)), 1 + static_cast<int>(below(12))));
    case Kind::code: return below(static_cast<std::int64_t>(schema.code_lists[static_cast<std::size_t>(type.detail)].codes.size()));
    case Kind::region: return k_regions[below(std::ssize(k_regions))];
    case Kind::text: return facts.texts.intern(k_names[below(std::ssize(k_names))]);
    case Kind::id: return 1000 + 5 * below(static_cast<std::int64_t>(rows_referred)) + (below(8) == 0 ? 1 : 0);
  }
  return 0;
}

/// `rows` rows of every record; about missing_permille of 1000 values are missing (never a row's own id).
inline Facts random_facts(const Schema& schema, std::size_t rows, std::uint64_t missing_permille, SeededRandom& random, Spread spread = Spread::extreme) {
  Facts facts(schema);
  for (std::size_t record = 0; record < schema.records.size(); ++record) {
    const RecordKind& kind = schema.records[record];
    std::vector<std::size_t> order(rows);
    for (std::size_t row = 0; row < rows; ++row) order[row] = row;
    for (std::size_t row = rows; row > 1; --row) std::swap(order[row - 1], order[random.below(row)]);
    for (std::size_t row = 0; row < rows; ++row) {
      std::vector<Value> values;
      for (int position = 0; position < static_cast<int>(kind.fields.size()); ++position) {
        if (position == kind.id_field) values.push_back(1000 + 5 * static_cast<std::int64_t>(order[row]));
        else if (random.below(1000) < missing_permille) values.push_back(std::nullopt);
        else values.push_back(random_value(schema, kind.fields[static_cast<std::size_t>(position)].type, facts, random, rows / 3 + 1, spread));
      }
      facts.tables[record].append(values);
    }
  }
  return facts;
}

}  // namespace laoyou::rules::testing
