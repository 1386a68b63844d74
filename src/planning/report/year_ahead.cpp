#include "planning/report/year_ahead.h"

#include <algorithm>
#include <cmath>

#include "planning/report/chart.h"
#include "planning/report/reach_map.h"
#include "record/dictionary.h"
#include "record/enum_leaf.h"

namespace laoyou::planning {
namespace {

using print::Figure;
using print::Heading;
using print::Paragraph;
using print::Table;
using registry::ConstructionStage;
using registry::InstitutionKind;

constexpr std::size_t k_rows_most = 20;  // a reader of paper turns to the pages for the rest

std::string number(std::int64_t value) { return number_words(value); }

std::string kind_name(InstitutionKind kind) { return record::dictionary().entry("institution_kind", record::Leaf<InstitutionKind>::to_json_text(kind)).zh; }

std::string day_words(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }

constexpr print::Ink k_elderly = print::ink(0x0E6E6E), k_childcare = print::ink(0x8A3F8F), k_other = print::ink(0x4A5A74);

print::Ink faint(print::Ink ink) {
  constexpr double k_strength = 0.18;
  ink.strength = k_strength;
  return ink;
}

LineChart chart_of(const std::vector<NeedRow>& rows, const char* unit) {
  LineChart chart;
  chart.unit = unit;
  for (const NeedRow& row : rows) chart.years.push_back(std::to_string(row.year));
  return chart;
}

std::vector<double> values(const std::vector<NeedRow>& rows, std::int64_t NeedRow::*member) {
  std::vector<double> all;
  for (const NeedRow& row : rows) all.push_back(static_cast<double>(row.*member));
  return all;
}

/// The dashed one of two has the other sign too: colours alone do not tell them apart in print.
ChartLine line(const char* name, print::Ink ink, bool second, const std::vector<NeedRow>& rows, std::int64_t NeedRow::*member) {
  return {name, ink, second ? print::SignShape::triangle : print::SignShape::circle, second, values(rows, member)};
}

/// "图3 …": figures are numbered as they come.
std::string caption(const std::vector<print::Block>& blocks, const std::string& words) {
  const auto before = std::count_if(blocks.begin(), blocks.end(), [](const print::Block& block) { return std::holds_alternative<Figure>(block); });
  return "图" + std::to_string(before + 1) + " " + words;
}

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
  Table table{{"年份", "总人口", "60岁以上", "80岁以上", "3岁以下"}, {}, {2, 3, 3, 3, 3}};
  for (const NeedRow& row : rows) table.rows.push_back({std::to_string(row.year), number(row.people), number(row.from_60), number(row.from_80), number(row.under_three)});
  blocks.push_back(std::move(table));
  LineChart old = chart_of(rows, "人"), small = chart_of(rows, "人");
  old.lines = {line("60岁以上", k_elderly, false, rows, &NeedRow::from_60), line("80岁以上", k_other, true, rows, &NeedRow::from_80)};
  small.lines = {line("3岁以下", k_childcare, false, rows, &NeedRow::under_three), line("出生", k_other, true, rows, &NeedRow::births)};
  small.lines[1].values.pop_back();  // children of the last year are born after it
  blocks.push_back(Figure{line_chart(old), caption(blocks, "60岁以上和80岁以上人口")});
  blocks.push_back(Figure{line_chart(small), caption(blocks, "3岁以下人口和出生人数")});
}

/// What is there with what is to come, against what is wanted and between what that may lie.
void add_supply_charts(const std::vector<NeedRow>& rows, std::vector<print::Block>& blocks) {
  LineChart beds = chart_of(rows, "张"), slots = chart_of(rows, "个");
  beds.lines = {line("需要床位", k_elderly, false, rows, &NeedRow::beds_needed), line("现有和在建", k_other, true, rows, &NeedRow::beds)};
  slots.lines = {line("需要托位", k_childcare, false, rows, &NeedRow::slots_needed), line("现有和在建", k_other, true, rows, &NeedRow::slots)};
  for (std::size_t at = 0; at < rows.size(); ++at) {
    beds.lines[1].values[at] += static_cast<double>(rows[at].beds_coming);
    slots.lines[1].values[at] += static_cast<double>(rows[at].slots_coming);
  }
  beds.bands = {{"生育率高低之间", faint(k_elderly), values(rows, &NeedRow::beds_low), values(rows, &NeedRow::beds_high)}};
  slots.bands = {{"生育率高低之间", faint(k_childcare), values(rows, &NeedRow::slots_low), values(rows, &NeedRow::slots_high)}};
  blocks.push_back(Figure{line_chart(beds), caption(blocks, "需要的床位与现有和在建的床位")});
  blocks.push_back(Figure{line_chart(slots), caption(blocks, "需要的托位与现有和在建的托位")});
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
  add_supply_charts(whole_of(content.need), blocks);
  Table counties{{"地区", "床位不足起于", "托位不足起于"}, {}, {4, 3, 3}};
  const auto year = [](const std::optional<std::int32_t>& from) { return from ? std::to_string(*from) + "年" : std::string("各年均够"); };
  for (const ShortRow& row : content.need.shortfalls) counties.rows.push_back({row.name, year(row.beds_from), year(row.slots_from)});
  if (!counties.rows.empty()) blocks.push_back(std::move(counties));
  for (const RatioRow& rule : content.need.rules) blocks.push_back(Paragraph{"口径：" + rule.zh + "（" + rule.source + (rule.unverified ? "，待核" : "") + "）。"});
}

void add_reach(const YearAhead& content, std::vector<print::Block>& blocks) {
  blocks.push_back(Heading{1, "三、步行15分钟够得到的人"});
  if (content.reach.empty()) return blocks.push_back(Paragraph{"没有载入本地地图，未计算。"});
  Table table{{"机构", "处数", "应覆盖人数", "够得到", "够不到", "比例"}, {}, {4, 2, 3, 3, 3, 2}};
  std::vector<ShareBar> bars;
  for (const auto& [each, map] : content.reach) {
    table.rows.push_back({kind_name(each.kind), number(each.places), number(each.people), number(each.reached), number(each.people - each.reached), percent_words(each.share)});
    bars.push_back({kind_name(each.kind), each.share, percent_words(each.share)});
  }
  blocks.push_back(std::move(table));
  blocks.push_back(Figure{share_bars(bars, k_elderly), caption(blocks, "步行15分钟够得到各类机构的比例")});
  for (const auto& [each, map] : content.reach) {
    std::vector<ReachRow> rows;
    std::copy_if(each.regions.begin(), each.regions.end(), std::back_inserter(rows), [](const ReachRow& row) { return row.level == "street" && row.not_reached > 0; });
    std::stable_sort(rows.begin(), rows.end(), [](const ReachRow& a, const ReachRow& b) { return a.not_reached > b.not_reached; });
    if (rows.size() > 3) rows.resize(3);
    std::string words;
    for (const ReachRow& row : rows) words += (words.empty() ? "" : "、") + row.name + "（" + number(row.not_reached) + "人）";
    if (!words.empty()) blocks.push_back(Paragraph{kind_name(each.kind) + "够不到的人最多的街道、乡镇：" + words + "。"});
  }
  for (const auto& [each, map] : content.reach)
    if (map) blocks.push_back(Figure{*map, caption(blocks, reach_map_title(each))});
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
