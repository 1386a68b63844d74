#include "collection/marked_sheet.h"

#include <algorithm>

#include "base/shown_text.h"
#include "collection/sheet_mapping.h"

namespace laoyou::collection {
namespace {

constexpr std::size_t k_problem_bytes_max = 2'000;  // of one row: what a person reads in a cell
constexpr std::size_t k_rows_between_reports = 500;

}  // namespace

RowMark row_mark(const record::Sheet& sheet, const std::vector<std::string>& header, std::size_t row, const Refusals& refusals, Language language) {
  const record::SheetRow& cells = sheet.rows[row];
  RowMark mark{row, {}, {}};
  for (const Refusal& refusal : refusals) {
    std::string label;
    for (std::size_t i = 0; i < std::max(header.size(), cells.size()); ++i) {
      const int column = i < cells.size() && cells[i].column > 0 ? cells[i].column : static_cast<int>(i) + 1;
      if (sheet.place(cells.front().line, column) != refusal.place) continue;
      mark.positions.push_back(i);
      if (i < header.size()) label = std::string(trimmed(header[i])) + "：";
    }
    const std::string text = label + message(refusal, language);
    if (mark.text.size() + text.size() > k_problem_bytes_max) continue;
    mark.text += (mark.text.empty() ? "" : "；") + text;
  }
  return mark;
}

void write_marked_sheet(const MarkedSheet& marked, record::SheetFormat format, SheetSink sink, const std::function<void(std::int64_t)>& report) {
  std::vector<std::size_t> kept;
  std::vector<std::string> texts;
  std::size_t width = marked.header.size();
  for (const RowMark& mark : marked.marks) width = std::max(width, marked.sheet.rows[mark.row].size());
  for (std::size_t i = 0; i < width; ++i) {
    const std::string label = i < marked.header.size() ? marked.header[i] : "";
    if (trimmed(label) == k_problems_header) continue;
    kept.push_back(i);
    texts.push_back(label);
  }
  texts.emplace_back(k_problems_header);
  const auto writer = begin_sheet(format, texts, std::move(sink));
  auto mark = marked.marks.begin();
  for (std::size_t r = 0; r < marked.sheet.rows.size(); ++r) {
    if (r % k_rows_between_reports == 0) report(static_cast<std::int64_t>(r));
    const RowMark* here = mark != marked.marks.end() && mark->row == r ? &*mark++ : nullptr;
    if (here == nullptr && marked.rows == MarkedRows::refused_only) continue;
    const record::SheetRow& cells = marked.sheet.rows[r];
    std::vector<std::size_t> red;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      texts[i] = kept[i] < cells.size() ? cells[kept[i]].text : "";
      if (here != nullptr && std::find(here->positions.begin(), here->positions.end(), kept[i]) != here->positions.end()) red.push_back(i);
    }
    texts.back() = here != nullptr ? here->text : "";
    if (here != nullptr) red.push_back(kept.size());
    writer->row(texts, red);
  }
  writer->finish();
}

}  // namespace laoyou::collection
