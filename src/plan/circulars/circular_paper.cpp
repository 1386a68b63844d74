#include "plan/circulars/circular.h"
#include "plan/indicators/sheet_words.h"
#include "record/dictionary.h"
#include "record/enum_leaf.h"

namespace laoyou::plan {
namespace {

using print::Heading;
using print::Paragraph;
using print::Table;

std::string day_words(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }

template <class T>
std::string label(T value) {
  return record::dictionary().entry(record::enum_name<T>(), record::Leaf<T>::to_json_text(value)).label(Language::zh);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

std::string number_words(std::int64_t number) { return std::to_string(number); }

std::string state_words(const ReportRow& row) {
  const std::string state = row.state ? label(*row.state) : "未报送";
  return row.late ? state + "（逾期）" : state;
}

void add_reports(const ReportList& reports, std::vector<print::Block>& blocks) {
  std::vector<std::string> missing;
  Table table{{"地区", "应报指标", "已审签", "填报状态", "报送日期"}, {}, {3, 2, 2, 3, 3}};
  for (const ReportRow& row : reports.rows) {
    if (!row.state || row.state == ReportState::returned) missing.push_back(row.region_name);
    table.rows.push_back({row.region_name, number_words(row.owed), number_words(row.signed_values), state_words(row), row.submitted_at ? row.submitted_at->beijing_day().text() : ""});
  }
  blocks.push_back(Heading{1, "一、填报情况"});
  std::string words = "应报送单位" + number_words(reports.owing) + "个，已报送" + number_words(reports.sent) + "个，已审签" + number_words(reports.approved) + "个。";
  if (!missing.empty()) words += "尚未报送的有：" + joined(missing) + "。";
  if (reports.due) words += "报送期限为" + day_words(*reports.due) + "。";
  blocks.push_back(Paragraph{words});
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

std::vector<std::string> light_cells(const std::string& name, const LightCounts& lights) {
  return {name, number_words(lights.met), number_words(lights.near), number_words(lights.behind), number_words(lights.not_reported)};
}

void add_lights(const CircularDraft& draft, std::vector<print::Block>& blocks) {
  const std::int32_t held = draft.lights.met + draft.lights.near + draft.lights.behind + draft.lights.not_reported;
  Table table{{"地区", "达标", "接近", "落后", "未填报"}, {light_cells(draft.reports.region_name, draft.lights)}, {3, 2, 2, 2, 2}};
  for (const MatrixColumn& column : draft.columns) table.rows.push_back(light_cells(column.name, column.lights));
  blocks.push_back(Heading{1, "二、指标进展"});
  blocks.push_back(Paragraph{"有目标的指标" + number_words(held) + "项，其中达标" + number_words(draft.lights.met) + "项、接近" + number_words(draft.lights.near) + "项、落后" +
                             number_words(draft.lights.behind) + "项、未填报" + number_words(draft.lights.not_reported) + "项。各地情况如下。"});
  blocks.push_back(std::move(table));
}

void add_lagging(const CircularDraft& draft, std::vector<print::Block>& blocks) {
  blocks.push_back(Heading{1, "三、进度落后的指标"});
  if (draft.lagging.empty()) {
    blocks.push_back(Paragraph{"本期没有落后的指标。"});
    return;
  }
  Table table{{"指标", "目标", "现值", "落后的地区"}, {}, {4, 2, 2, 4}};
  for (const LaggingIndicator& each : draft.lagging)
    table.rows.push_back({each.name, each.target ? each.target->text + " " + each.unit : "", each.value ? each.value->text() : "", joined(each.places)});
  blocks.push_back(std::move(table));
}

void add_demands(const std::string& demands, std::vector<print::Block>& blocks) {
  if (demands.empty()) return;
  blocks.push_back(Heading{1, "四、工作要求"});
  blocks.push_back(Paragraph{demands});
}

}  // namespace

std::string circular_title(const CircularDraft& draft) { return "关于" + period_words(draft.reports.period) + "《" + draft.plan_title + "》进展情况的通报"; }

print::Paper circular_paper(const CircularDraft& draft, const CircularWords& words) {
  print::Paper paper;
  paper.issuer = words.issuer;
  paper.number = words.number;
  paper.title = circular_title(draft);
  std::vector<std::string> places;
  for (const MatrixColumn& column : draft.columns) places.push_back(column.name);
  paper.recipient = joined(places);
  add_reports(draft.reports, paper.blocks);
  add_lights(draft, paper.blocks);
  add_lagging(draft, paper.blocks);
  add_demands(words.demands, paper.blocks);
  paper.signed_by = words.issuer;
  paper.signed_on = day_words(words.day);
  return paper;
}

}  // namespace laoyou::plan
