#include "print/docx_styles.h"

#include <cmath>

namespace laoyou::print {
namespace {

constexpr double k_pt_per_mm = 72 / 25.4;

std::string fonts(const std::string& family) {
  return "<w:rFonts w:ascii=\"" + family + "\" w:hAnsi=\"" + family + "\" w:eastAsia=\"" + family + "\" w:cs=\"" + family + "\"/>";
}
/// Word counts sizes in half points.
std::string size(double pt) {
  const std::string half = std::to_string(std::lround(pt * 2));
  return "<w:sz w:val=\"" + half + "\"/><w:szCs w:val=\"" + half + "\"/>";
}
std::string exactly(double line_pt) { return "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + std::to_string(twips(line_pt)) + "\" w:lineRule=\"exact\"/>"; }
std::string as_high_as_it_is(double before_pt, double after_pt) {
  return "<w:spacing w:before=\"" + std::to_string(twips(before_pt)) + "\" w:after=\"" + std::to_string(twips(after_pt)) + "\" w:line=\"240\" w:lineRule=\"auto\"/>";
}
std::string justified(const char* side) { return std::string("<w:jc w:val=\"") + side + "\"/>"; }

std::string style(const std::string& id, const std::string& name, const std::string& paragraph, const std::string& characters) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"" + (id == "Normal" ? " w:default=\"1\"" : "") + "><w:name w:val=\"" + name + "\"/>" + (id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>") +
         "<w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + characters + "</w:rPr></w:style>";
}

}  // namespace

long twips(double pt) { return std::lround(pt * 20); }

std::string docx_styles(const PaperLayout& layout) {
  const double line_pt = layout.text_height_mm * k_pt_per_mm / layout.lines;
  const std::string two_characters = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" + std::to_string(twips(2 * layout.body_pt)) + "\"/>";
  const std::string no_indent = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
  const std::string kept = "<w:keepNext/>";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>" +
         fonts(layout.word_body_font) + size(layout.body_pt) + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>" +
         style("Normal", "Normal", exactly(line_pt) + two_characters + justified("both"), fonts(layout.word_body_font) + size(layout.body_pt)) +
         style("Title", "Title", kept + exactly(layout.heading_pt * 1.5) + no_indent + justified("center"), fonts(layout.word_heading_font) + size(layout.heading_pt)) +
         style("Heading1", "heading 1", kept + exactly(line_pt) + two_characters + "<w:outlineLvl w:val=\"0\"/>", fonts(layout.word_bold_font)) +
         style("Heading2", "heading 2", kept + exactly(line_pt) + two_characters + "<w:outlineLvl w:val=\"1\"/>", "") +
         style("PaperMark", "Paper Mark", as_high_as_it_is(layout.mark_top_mm * k_pt_per_mm, 2 * line_pt) + no_indent + justified("center"), fonts(layout.word_heading_font) + "<w:color w:val=\"D90000\"/>" + size(layout.mark_pt)) +
         style("PaperNumber", "Paper Number",
               "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"" + std::to_string(std::lround(layout.rule_mm * k_pt_per_mm * 8)) + "\" w:space=\"" + std::to_string(std::lround(layout.rule_gap_mm * k_pt_per_mm)) +
                   "\" w:color=\"D90000\"/></w:pBdr><w:spacing w:after=\"" + std::to_string(twips(2 * line_pt)) + "\"/>" + no_indent + justified("center"),
               "") +
         style("Recipient", "Recipient", "<w:spacing w:before=\"" + std::to_string(twips(line_pt)) + "\"/>" + no_indent, "") +
         style("Cell", "Cell", as_high_as_it_is(2, 2) + no_indent + justified("left"), size(layout.table_pt)) +
         style("CellHead", "Cell Head", kept + as_high_as_it_is(2, 2) + no_indent + justified("center"), fonts(layout.word_bold_font) + size(layout.table_pt)) +
         style("Picture", "Picture", kept + as_high_as_it_is(4, 4) + no_indent + justified("center"), "") +
         style("Caption", "caption", as_high_as_it_is(4, 4) + no_indent + justified("center"), size(layout.table_pt)) +
         style("Signature", "Signature", "<w:keepLines/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\" w:right=\"" + std::to_string(twips(4 * layout.body_pt)) + "\"/>" + justified("right"), "") + "</w:styles>";
}

std::string docx_section(const PaperLayout& layout, const std::string& odd, const std::string& even, const std::string& header) {
  const auto mm = [](double length) { return std::to_string(twips(length * k_pt_per_mm)); };
  const double below_mm = layout.height_mm - layout.top_mm - layout.text_height_mm;
  const double foot_mm = below_mm - layout.page_number_gap_mm - layout.page_number_pt / k_pt_per_mm;
  const auto part = [](const char* kind, const char* pages, const std::string& id) { return std::string("<w:") + kind + " w:type=\"" + pages + "\" r:id=\"" + id + "\"/>"; };
  const std::string headers = header.empty() ? "" : part("headerReference", "default", header) + part("headerReference", "even", header);
  return "<w:sectPr>" + headers + part("footerReference", "default", odd) + part("footerReference", "even", even) + "<w:pgSz w:w=\"" + mm(layout.width_mm) + "\" w:h=\"" + mm(layout.height_mm) + "\"/><w:pgMar w:top=\"" +
         mm(layout.top_mm) + "\" w:right=\"" + mm(layout.width_mm - layout.left_mm - layout.text_width_mm) + "\" w:bottom=\"" + mm(below_mm) + "\" w:left=\"" + mm(layout.left_mm) +
         "\" w:header=\"" + mm(layout.top_mm / 2) + "\" w:footer=\"" + mm(foot_mm) + "\" w:gutter=\"0\"/></w:sectPr>";
}

}  // namespace laoyou::print
