#include "print/fill_docx.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "base/utf8.h"
#include "print/docx_package.h"
#include "print/paragraph_text.h"
#include "print/qr_code.h"
#include "print/tags.h"
#include "print/values.h"

namespace laoyou::print {
namespace {

using pugi::xml_node;

bool named(xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

/// The inside of an inline picture (ECMA-376, 20.4): a QR code of 25 mm a side, 36,000 units a millimetre.
std::string drawing_of(const std::string& relation, int number) {
  const std::string size = "cx=\"900000\" cy=\"900000\"", id = std::to_string(90'000 + number);
  return "<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size +
         "/><wp:docPr id=\"" + id + "\" name=\"QR " + std::to_string(number) + "\" descr=\"QR\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
         "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"" +
         id + "\" name=\"QR\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"" + relation +
         "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size +
         "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
}

/// Fills one part. Paragraphs keep the numbers they have in the template, also in copies of them.
class PartFiller {
 public:
  PartFiller(DocxPackage& package, std::string part, Refusals& faults) : package_(package), part_(std::move(part)), faults_(faults) {}

  void fill(const Values& values) {
    xml_node root = package_.part(part_).document_element();
    number_paragraphs(root);
    fill_within(root, values);
    forget_numbers(root);
  }

 private:
  static constexpr const char* k_number = "laoyou-number";

  void number_paragraphs(xml_node node) {
    for (xml_node child : node.children()) {
      if (named(child, "w:p")) child.append_attribute(k_number) = ++paragraphs_;
      number_paragraphs(child);
    }
  }
  void forget_numbers(xml_node node) {
    for (xml_node child : node.children()) {
      if (named(child, "w:p")) child.remove_attribute(k_number);
      forget_numbers(child);
    }
  }

  /// A fault of the same kind in the same paragraph, as in each copy of a row, is told once.
  void fault(xml_node paragraph, std::string_view code, std::vector<std::string> words) {
    Refusal refusal = at(part_ + ":" + paragraph.attribute(k_number).value(), refuse(code, std::move(words)));
    if (std::find(faults_.begin(), faults_.end(), refusal) == faults_.end()) faults_.push_back(std::move(refusal));
  }

  static std::string short_text(const std::string& text) {
    constexpr std::size_t k_bytes = 120;
    if (text.size() <= k_bytes) return text;
    return std::string(beginning(text, k_bytes)) + "…";
  }

  /// The mark that is all there is in this paragraph; nothing for any other.
  static std::optional<Tag> only_mark(xml_node node) {
    if (!named(node, "w:p")) return std::nullopt;
    const std::string text = ParagraphText(node).text();
    const std::vector<Tag> tags = tags_of(text);
    if (tags.size() != 1 || tags[0].kind == Tag::Kind::value || tags[0].kind == Tag::Kind::qr) return std::nullopt;
    const std::string around = text.substr(0, tags[0].begin) + text.substr(tags[0].end);
    return around.find_first_not_of(" \t") == std::string::npos ? std::optional(tags[0]) : std::nullopt;
  }

  /// Everything a container holds; parts that begin and end in paragraphs of their own are cut out and repeated.
  void fill_within(xml_node container, const Values& values) {
    for (xml_node child = container.first_child(); child;) {
      const xml_node next = child.next_sibling();
      const auto mark = only_mark(child);
      if (mark && mark->kind == Tag::Kind::end) {
        fault(child, "print.closes_nothing", {mark->name, short_text(ParagraphText(child).text())});
        child = next;
      } else if (mark) {
        child = fill_block(container, child, *mark, values);
      } else {
        fill_node(child, values);
        child = next;
      }
    }
  }

  void fill_node(xml_node node, const Values& values) {
    if (named(node, "w:tr")) return fill_row(node, values);
    if (named(node, "w:p")) fill_paragraph(node, values);
    fill_within(node, values);
  }

  static xml_node end_of(xml_node begin, const std::string& name) {
    int depth = 1;
    for (xml_node node = begin.next_sibling(); node; node = node.next_sibling()) {
      const auto mark = only_mark(node);
      if (!mark || mark->name != name) continue;
      depth += mark->kind == Tag::Kind::end ? -1 : 1;
      if (depth == 0) return node;
    }
    return {};
  }

  /// The values of each turn of a repeated or conditional part; no turn where it falls away.
  std::vector<Values> turns(xml_node paragraph, const std::string& text, const Tag& mark, const Values& values) {
    const boost::json::value* value = values.find(mark.name);
    if (value == nullptr) {
      fault(paragraph, "print.unknown_placeholder", {mark.name, short_text(text)});
      return {};
    }
    if (mark.kind == Tag::Kind::unless) return is_there(value) ? std::vector<Values>{} : std::vector{values};
    if (!is_there(value)) return {};
    if (!value->is_array()) return {value->is_object() ? values.within(*value) : values};
    std::vector<Values> all;
    for (const boost::json::value& each : value->as_array()) all.push_back(values.within(each));
    return all;
  }

  /// The node after the part.
  xml_node fill_block(xml_node container, xml_node begin, const Tag& mark, const Values& values) {
    const std::string text = ParagraphText(begin).text();
    const xml_node end = end_of(begin, mark.name);
    if (!end) {
      fault(begin, "print.not_closed", {mark.name, short_text(text)});
      return begin.next_sibling();
    }
    for (const Values& turn : turns(begin, text, mark, values)) {
      pugi::xml_document held;
      xml_node inner = held.append_child("inner");
      for (xml_node node = begin.next_sibling(); node != end; node = node.next_sibling()) inner.append_copy(node);
      fill_within(inner, turn);
      for (const xml_node node : inner.children()) container.insert_copy_before(node, begin);
    }
    const xml_node after = end.next_sibling();
    for (xml_node node = begin; node != after;) {
      const xml_node next = node.next_sibling();
      container.remove_child(node);
      node = next;
    }
    keep_a_paragraph(container);
    return after;
  }

  /// Word calls a cell without a paragraph damaged.
  static void keep_a_paragraph(xml_node container) {
    if (named(container, "w:tc") && !container.child("w:p")) container.append_child("w:p");
  }

  /// The paragraphs of a row, whatever cells they stand in.
  static void paragraphs_of(xml_node node, std::vector<xml_node>& all) {
    for (const xml_node child : node.children()) {
      if (named(child, "w:p")) all.push_back(child);
      if (!named(child, "w:tbl")) paragraphs_of(child, all);
    }
  }

  struct RowMark {
    xml_node paragraph;
    std::string text;
    Tag tag;
  };
  /// The part that begins and ends in this row, its marks taken out; nothing when there is none.
  std::optional<RowMark> take_row_mark(xml_node row) {
    std::vector<xml_node> paragraphs;
    paragraphs_of(row, paragraphs);
    std::optional<RowMark> begin;
    for (const xml_node paragraph : paragraphs) {
      ParagraphText text(paragraph);
      for (const Tag& tag : tags_of(text.text())) {
        const bool opens = tag.kind == Tag::Kind::each || tag.kind == Tag::Kind::unless;
        if (!begin && opens && (!only_mark(paragraph) || !end_of(paragraph, tag.name))) begin = RowMark{paragraph, text.text(), tag};
        if (!begin || tag.kind != Tag::Kind::end || tag.name != begin->tag.name) continue;
        text.replace(tag.begin, tag.end, "");
        ParagraphText(begin->paragraph).replace(begin->tag.begin, begin->tag.end, "");
        return begin;
      }
    }
    return std::nullopt;
  }

  void fill_row(xml_node row, const Values& values) {
    const auto mark = take_row_mark(row);
    if (!mark) return fill_within(row, values);
    for (const Values& turn : turns(mark->paragraph, mark->text, mark->tag, values)) {
      pugi::xml_document held;
      xml_node copy = held.append_copy(row);
      fill_within(copy, turn);
      row.parent().insert_copy_before(copy, row);
    }
    row.parent().remove_child(row);
  }

  void fill_paragraph(xml_node paragraph, const Values& values) {
    ParagraphText text(paragraph);
    if (text.text().find("{{") == std::string::npos && text.text().find("}}") == std::string::npos) return;
    const std::string whole = short_text(text.text());
    if (has_stray_braces(text.text())) return fault(paragraph, "print.stray_braces", {whole});
    const std::vector<Tag> tags = tags_of(text.text());
    for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) fill_tag(paragraph, text, *tag, whole, values);
    text.break_lines();
  }

  void fill_tag(xml_node paragraph, ParagraphText& text, const Tag& tag, const std::string& whole, const Values& values) {
    if (tag.kind != Tag::Kind::value && tag.kind != Tag::Kind::qr) return fault(paragraph, "print.within_a_sentence", {tag.name, whole});
    const boost::json::value* value = values.find(tag.name);
    if (value == nullptr) return fault(paragraph, "print.unknown_placeholder", {tag.name, whole});
    const auto words = printed(*value);
    if (!words) return fault(paragraph, "print.not_a_text", {tag.name, whole});
    if (std::any_of(words->begin(), words->end(), [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; }))
      return fault(paragraph, "print.control_character", {tag.name});
    if (tag.kind == Tag::Kind::qr) return put_code(paragraph, text, tag, *words);
    text.replace(tag.begin, tag.end, *words);
  }

  void put_code(xml_node paragraph, ParagraphText& text, const Tag& tag, const std::string& words) {
    constexpr std::size_t k_bytes_max = 500;
    if (words.empty() || words.size() > k_bytes_max) return fault(paragraph, "print.qr_too_long", {tag.name, std::to_string(k_bytes_max)});
    xml_node run = text.run_at(tag.begin);
    text.replace(tag.begin, tag.end, "");
    const std::string relation = package_.add_picture(part_, qr_png(qr_code(words)));
    xml_node picture = run.parent().insert_child_after("w:r", run);
    const std::string drawing = drawing_of(relation, ++pictures_);
    picture.append_buffer(drawing.data(), drawing.size());
  }

  DocxPackage& package_;
  std::string part_;
  Refusals& faults_;
  int paragraphs_ = 0, pictures_ = 0;
};

}  // namespace

CheckedResult<std::string> fill_docx(std::string_view document, const boost::json::object& values) {
  Result<DocxPackage> package = DocxPackage::open(document);
  if (!package) return Refusals{package.error()};
  const boost::json::value outermost(values);
  Refusals faults;
  for (const std::string& part : package->text_parts()) PartFiller(*package, part, faults).fill(Values(outermost));
  if (!faults.empty()) return faults;
  return package->close();
}

}  // namespace laoyou::print
