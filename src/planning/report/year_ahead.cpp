#include "planning/report/year_ahead.h"

#include <algorithm>
#include <cmath>

#include "record/dictionary.h"
#include "record/enum_leaf.h"

namespace laoyou::planning {
namespace {

using print::Heading;
using print::Paragraph;
using print::Table;
using registry::ConstructionStage;
using registry::InstitutionKind;

constexpr std::size_t k_rows_most = 20;  // a reader of paper turns to the pages for the rest

std::string number(std::int64_t value) {
  std::string text = std::to_string(value < 0 ? -value : value);
  for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), 1, ',');
  return value < 0 ? "−" + text : text;
}

std::string percent(double share) {
  const auto tenths = static_cast<std::int64_t>(std::llround(share * 1000));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

/// A bar as long as `value` is of `most`, of at most seven squares, as many as its column is wide; anything above nothing has one.
std::string bar(double value, double most) {
  constexpr int k_squares = 7;
  const int squares = most <= 0 || value <= 0 ? 0 : std::clamp(static_cast<int>(std::lround(value / most * k_squares)), 1, k_squares);
  std::string text;
  for (int i = 0; i < squares; ++i) text += "■";
  return text;
}

std::string kind_name(InstitutionKind kind) { return record::dictionary().entry("institution_kind", record::Leaf<InstitutionKind>::to_json_text(kind)).zh; }

std::string day_words(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }

std::vector<NeedRow> whole_of(const NeedAnswer& need) {
  std::vector<NeedRow> rows;
  for (const NeedRow& row : need.rows)
    if (row.region == need.rows.front().region) rows.push_back(row);
  return rows;
}

void add_people(const YearAhead& content, std::vector<print::Block>& blocks) {
  const std::vector<NeedRow> rows = content.need.rows.empty() ? std::vector<NeedRow>() : whole_of(content.need);
  blocks.push_back(Heading{1, "一、人口"});
  if (rows.empty()) return blocks.push_back(Paragraph{"登记册中没有可推算的人口。"});
  const NeedRow &now = rows.front(), &last = rows.back();
  blocks.push_back(Paragraph{std::to_string(now.year) + "年登记在册" + number(now.people) + "人，其中60岁以上" + number(now.from_60) + "人、80岁以上" + number(now.from_80) + "人、3岁以下" +
                             number(now.under_three) + "人。按现有死亡率、生育率推算，" + std::to_string(last.year) + "年60岁以上" + number(last.from_60) + "人，3岁以下" + number(last.under_three) + "人。"});
  Table table{{"年份", "总人口", "60岁以上", "", "3岁以下", ""}, {}, {2, 3, 3, 4, 3, 4}};
  double most_old = 0, most_small = 0;
  for (const NeedRow& row : rows) most_old = std::max(most_old, static_cast<double>(row.from_60)), most_small = std::max(most_small, static_cast<double>(row.under_three));
  for (const NeedRow& row : rows)
    table.rows.push_back({std::to_string(row.year), number(row.people), number(row.from_60), bar(static_cast<double>(row.from_60), most_old), number(row.under_three), bar(static_cast<double>(row.under_three), most_small)});
  blocks.push_back(std::move(table));
}

void add_need(const YearAhead& content, std::vector<print::Block>& blocks) {
  if (content.need.rows.empty()) return;
  blocks.push_back(Heading{1, "二、床位和托位"});
  Table table{{"年份", "需要床位", "现有和在建", "缺口", "需要托位", "现有和在建", "缺口"}, {}, {2, 3, 3, 3, 3, 3, 3}};
  for (const NeedRow& row : whole_of(content.need)) {
    const std::int64_t beds = row.beds + row.beds_coming, slots = row.slots + row.slots_coming;
    table.rows.push_back({std::to_string(row.year), number(row.beds_needed), number(beds), number(std::max<std::int64_t>(row.beds_needed - beds, 0)), number(row.slots_needed), number(slots),
                          number(std::max<std::int64_t>(row.slots_needed - slots, 0))});
  }
  blocks.push_back(std::move(table));
  Table counties{{"地区", "床位不足起于", "托位不足起于"}, {}, {4, 3, 3}};
  const auto year = [](const std::optional<std::int32_t>& from) { return from ? std::to_string(*from) + "年" : std::string("各年均够"); };
  for (const ShortRow& row : content.need.shortfalls) counties.rows.push_back({row.name, year(row.beds_from), year(row.slots_from)});
  if (!counties.rows.empty()) blocks.push_back(std::move(counties));
  for (const RatioRow& rule : content.need.rules) blocks.push_back(Paragraph{"口径：" + rule.zh + "（" + rule.source + "）。"});
}

void add_reach(const YearAhead& content, std::vector<print::Block>& blocks) {
  blocks.push_back(Heading{1, "三、步行15分钟够得到的人"});
  if (content.reach.empty()) return blocks.push_back(Paragraph{"没有载入本地地图，未计算。"});
  Table table{{"机构", "处数", "应覆盖人数", "够得到", "比例", ""}, {}, {4, 2, 3, 3, 2, 4}};
  for (const ReachAnswer& each : content.reach) table.rows.push_back({kind_name(each.kind), number(each.places), number(each.people), number(each.reached), percent(each.share), bar(each.share, 1)});
  blocks.push_back(std::move(table));
  for (const ReachAnswer& each : content.reach) {
    std::vector<ReachRow> rows;
    std::copy_if(each.regions.begin(), each.regions.end(), std::back_inserter(rows), [](const ReachRow& row) { return row.level == "street" && row.not_reached > 0; });
    std::stable_sort(rows.begin(), rows.end(), [](const ReachRow& a, const ReachRow& b) { return a.not_reached > b.not_reached; });
    if (rows.size() > 3) rows.resize(3);
    std::string words;
    for (const ReachRow& row : rows) words += (words.empty() ? "" : "、") + row.name + "（" + number(row.not_reached) + "人）";
    if (!words.empty()) blocks.push_back(Paragraph{kind_name(each.kind) + "够不到的人最多的街道、乡镇：" + words + "。"});
  }
}

void add_estates(const YearAhead& content, std::vector<print::Block>& blocks) {
  const EstateList& estates = content.estates;
  blocks.push_back(Heading{1, "四、居住区配建"});
  blocks.push_back(Paragraph{"登记居住区" + number(estates.estates) + "个：达标" + number(estates.met) + "个，面积不足" + number(estates.short_of_area) + "个，四同步缺环节" + number(estates.step_missing) +
                             "个，情况不明" + number(estates.not_known) + "个。养老用房缺" + number(std::llround(estates.missing_elderly_m2)) + "平方米，托育用房缺" +
                             number(std::llround(estates.missing_childcare_m2)) + "平方米。"});
  Table table{{"居住区", "地区", "户数", "养老用房缺（m²）", "托育用房缺（m²）"}, {}, {4, 4, 2, 3, 3}};
  for (const EstateRow& row : estates.rows) {
    if (row.state != EstateState::short_of_area || table.rows.size() >= k_rows_most) continue;
    const auto missing = [&](EstateSpace space) {
      double m2 = 0;
      for (const EstateNeed& need : row.needs)
        if (need.space == space) m2 += need.missing_m2.value_or(0);
      return m2 > 0 ? number(static_cast<std::int64_t>(std::ceil(m2))) : std::string();
    };
    table.rows.push_back({row.name, row.region_name, number(row.households), missing(EstateSpace::elderly), missing(EstateSpace::childcare)});
  }
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

void add_works(const YearAhead& content, std::vector<print::Block>& blocks) {
  const WorksAhead& works = content.works;
  blocks.push_back(Heading{1, "五、在建和待建项目"});
  blocks.push_back(Paragraph{"尚未投用的项目" + number(works.planned + works.started + works.finished) + "个：未开工" + number(works.planned) + "个，在建" + number(works.started) + "个，已完工未投用" +
                             number(works.finished) + "个；投用后增加床位" + number(works.beds) + "张、托位" + number(works.slots) + "个。"});
}

}  // namespace

const std::vector<InstitutionKind>& kinds_of_the_paper() {
  static const std::vector<InstitutionKind> kinds{InstitutionKind::street_centre, InstitutionKind::day_care, InstitutionKind::canteen, InstitutionKind::nursery};
  return kinds;
}

WorksAhead works_ahead(const std::vector<registry::Construction>& works) {
  WorksAhead ahead;
  for (const registry::Construction& work : works) {
    if (work.stage == ConstructionStage::in_use) continue;
    ahead.planned += work.stage == ConstructionStage::planned;
    ahead.started += work.stage == ConstructionStage::started;
    ahead.finished += work.stage == ConstructionStage::finished;
    ahead.beds += work.beds_added.value_or(0);
    ahead.slots += work.slots_added.value_or(0);
  }
  return ahead;
}

print::Paper year_ahead_paper(const YearAhead& content) {
  print::Paper paper;
  paper.title = content.region_name + "养老托育年度展望";
  paper.blocks.push_back(Paragraph{"数据截至" + day_words(content.day) + "，取自登记册和本地地图；往后各年为推算数。人口推算的死亡率、生育率来源：" + content.need.source + "。"});
  add_people(content, paper.blocks);
  add_need(content, paper.blocks);
  add_reach(content, paper.blocks);
  add_estates(content, paper.blocks);
  add_works(content, paper.blocks);
  return paper;
}

}  // namespace laoyou::planning
