#include "print/paper_layout.h"

#include <charconv>
#include <map>

#include "base/check.h"
#include "base/csv.h"
#include "base/embedded.h"

LAOYOU_EMBEDDED(official_paper_csv);

namespace laoyou::print {
namespace {

using Lines = std::map<std::string, std::string>;

double number(const Lines& lines, const std::string& key) {
  const std::string& text = lines.at(key);
  double value = 0;
  CHECK(std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc());
  return value;
}

PaperLayout read_layout() {
  Lines lines;
  const Result<std::vector<CsvRow>> rows = read_csv(official_paper_csv());
  for (const CsvRow& row : rows.value())
    if (row.size() > 1) lines[row[0].text] = row[1].text;
  PaperLayout layout;
  layout.width_mm = number(lines, "width");
  layout.height_mm = number(lines, "height");
  layout.top_mm = number(lines, "top");
  layout.left_mm = number(lines, "left");
  layout.text_width_mm = number(lines, "text_width");
  layout.text_height_mm = number(lines, "text_height");
  layout.lines = static_cast<int>(number(lines, "lines"));
  layout.characters = static_cast<int>(number(lines, "characters"));
  layout.body_pt = number(lines, "body");
  layout.heading_pt = number(lines, "heading");
  layout.table_pt = number(lines, "table");
  layout.page_number_pt = number(lines, "page_number");
  layout.mark_pt = number(lines, "mark");
  layout.mark_top_mm = number(lines, "mark_top");
  layout.rule_gap_mm = number(lines, "rule_gap");
  layout.rule_mm = number(lines, "rule");
  layout.page_number_gap_mm = number(lines, "page_number_gap");
  layout.body_font = lines.at("body_font");
  layout.heading_font = lines.at("heading_font");
  layout.bold_font = lines.at("bold_font");
  layout.drawing_font = lines.at("drawing_font");
  layout.word_body_font = lines.at("word_body_font");
  layout.word_heading_font = lines.at("word_heading_font");
  layout.word_bold_font = lines.at("word_bold_font");
  return layout;
}

}  // namespace

const PaperLayout& official_layout() {
  static const PaperLayout layout = read_layout();
  return layout;
}

}  // namespace laoyou::print
