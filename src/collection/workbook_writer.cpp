#include "collection/workbook_writer.h"

#include <algorithm>

#include "record/sheet_xlsx_text.h"

namespace laoyou::collection {
namespace {

constexpr std::int64_t k_rows_max = 1'048'576;             // of a worksheet
constexpr std::uint64_t k_bytes_max = 4'000'000'000;       // of the part before packing: below what a zip entry without extensions holds
constexpr int k_style_text = 1, k_style_header = 2, k_style_marked = 3;

constexpr std::string_view k_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)";
constexpr std::string_view k_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view k_workbook =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view k_workbook_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
// Number format 49 is "@": text (18.8.30).
constexpr std::string_view k_styles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF8C9C4"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/></cellXfs></styleSheet>)";
constexpr std::string_view k_sheet_begin =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)";

std::string letters_of(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

void add_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '&') out += "&amp;";
    else if (letter == '<') out += "&lt;";
    else if (letter == '>') out += "&gt;";
    else if (byte < 0x20 && letter != '\n' && letter != '\t') (((out += "_x00") += k_digits[byte >> 4]) += k_digits[byte & 15]) += '_';
    else out += letter;
  }
}

}  // namespace

WorkbookWriter::WorkbookWriter(const std::vector<std::string>& header, SheetSink sink) : zip_(std::move(sink)) {
  add_part("[Content_Types].xml", k_types);
  add_part("_rels/.rels", k_relations);
  add_part("xl/workbook.xml", k_workbook);
  add_part("xl/_rels/workbook.xml.rels", k_workbook_relations);
  add_part("xl/styles.xml", k_styles);
  zip_.begin_entry("xl/worksheets/sheet1.xml");
  zip_.write(k_sheet_begin);
  if (!header.empty())
    zip_.write(R"(<cols><col min="1" max=")" + std::to_string(header.size()) + R"(" width="18" style="1" customWidth="1"/></cols>)");
  zip_.write("<sheetData>");
  add_row(header, {}, k_style_header);
}

void WorkbookWriter::add_part(const std::string& name, std::string_view text) {
  zip_.begin_entry(name);
  zip_.write(text);
  zip_.end_entry();
}

bool WorkbookWriter::row(const std::vector<std::string>& cells, const std::vector<std::size_t>& marked) {
  if (rows_ >= k_rows_max || zip_.entry_bytes() > k_bytes_max) return false;
  add_row(cells, marked, k_style_text);
  return true;
}

void WorkbookWriter::add_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& marked, int style) {
  text_ = "<row r=\"" + std::to_string(++rows_) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_marked = std::find(marked.begin(), marked.end(), i) != marked.end();
    if (!cells[i].empty() || is_marked) add_cell(i, cells[i], is_marked ? k_style_marked : style);
  }
  text_ += "</row>";
  zip_.write(text_);
}

void WorkbookWriter::add_cell(std::size_t column, std::string_view text, int style) {
  while (letters_.size() <= column) letters_.push_back(letters_of(letters_.size()));
  text_ += "<c r=\"";
  text_ += letters_[column];
  text_ += std::to_string(rows_);
  text_ += "\" s=\"";
  text_ += std::to_string(style);
  if (text.empty()) {
    text_ += "\"/>";
    return;
  }
  text_ += R"(" t="inlineStr"><is><t xml:space="preserve">)";
  if (text.find("_x") == std::string_view::npos)
    add_escaped(text_, text);
  else
    add_escaped(text_, record::xlsx::escaped(text));
  text_ += "</t></is></c>";
}

void WorkbookWriter::finish() {
  zip_.write("</sheetData></worksheet>");
  zip_.end_entry();
  zip_.finish();
}

}  // namespace laoyou::collection
