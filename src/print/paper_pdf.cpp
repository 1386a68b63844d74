#include "print/paper_pdf.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "print/page_pen.h"

namespace laoyou::print {
namespace {

constexpr double k_pt_per_mm = 72 / 25.4;

/// Sets a paper block by block, from the top of the first page down; a page ends where the next line does not fit.
class Setter {
 public:
  Setter(const Paper& paper, const PaperLayout& layout)
      : paper_(paper), layout_(layout), pen_(layout.width_mm * k_pt_per_mm, layout.height_mm * k_pt_per_mm), left_(layout.left_mm * k_pt_per_mm),
        top_(layout.top_mm * k_pt_per_mm), width_(layout.text_width_mm * k_pt_per_mm), bottom_(top_ + layout.text_height_mm * k_pt_per_mm),
        line_(layout.text_height_mm * k_pt_per_mm / layout.lines) {
    begin_page();
  }

  PrintedPaper set() {
    set_head();
    for (const Block& block : paper_.blocks) std::visit([this](const auto& each) { set_block(each); }, block);
    set_signature();
    set_code();
    end_page();
    return {pen_.finish(paper_.title), page_};
  }

 private:
  TextStyle body() const { return {.font = layout_.body_font, .size_pt = layout_.body_pt, .width_pt = width_}; }

  void begin_page() {
    ++page_;
    y_ = top_;
    if (paper_.example) pen_.across("样本", layout_.bold_font);
  }

  /// Odd pages have their number at the right, even ones at the left, one character in.
  void end_page() {
    const TextStyle style{.font = layout_.body_font, .size_pt = layout_.page_number_pt, .width_pt = width_ - 2 * layout_.page_number_pt,
                          .align = page_ % 2 == 1 ? Align::right : Align::left};
    const BrokenText number = pen_.broken("— " + std::to_string(page_) + " —", style);
    pen_.text(number, left_ + layout_.page_number_pt, bottom_ + layout_.page_number_gap_mm * k_pt_per_mm);
    pen_.end_page();
  }

  /// Goes on on the next page unless so much is left of this one.
  void need(double height_pt) {
    if (y_ + height_pt <= bottom_ + 0.01 || y_ <= top_) return;
    end_page();
    begin_page();
  }

  void skip_lines(int count) { y_ += line_ * count; }

  void set_lines(const std::string& text, const TextStyle& style, double line_pt) {
    const BrokenText broken = pen_.broken(text, style);
    for (int i = 0; i < broken.lines(); ++i) {
      need(line_pt);
      pen_.line(broken, i, left_ + (width_ - style.width_pt) / 2, y_, line_pt);
      y_ += line_pt;
    }
  }

  /// The narrowest width that takes no more lines: the lines of a title are to be of like length, not a full one and two characters.
  double balanced_width(const std::string& text, TextStyle style) const {
    const int lines = pen_.broken(text, style).lines();
    double width = style.width_pt;
    for (style.width_pt -= style.size_pt; lines > 1 && style.width_pt > style.size_pt && pen_.broken(text, style).lines() == lines; style.width_pt -= style.size_pt)
      width = style.width_pt;
    return width;
  }

  void set_head() {
    if (!paper_.issuer.empty()) set_red_head();
    TextStyle title = body();
    title.font = layout_.heading_font;
    title.size_pt = layout_.heading_pt;
    title.align = Align::centre;
    title.width_pt = balanced_width(paper_.title, title);
    set_lines(paper_.title, title, layout_.heading_pt * 1.5);
    if (paper_.recipient.empty()) return skip_lines(1);
    skip_lines(1);
    set_lines(paper_.recipient + "：", body(), line_);
  }

  /// The issuer's name as large as one line takes it.
  void set_red_head() {
    TextStyle mark{.font = layout_.heading_font, .size_pt = layout_.mark_pt, .width_pt = 0, .align = Align::left, .red = true};
    const double natural = pen_.broken(paper_.issuer, mark).width_pt();
    mark.size_pt *= std::min(1.0, width_ / natural);
    const BrokenText name = pen_.broken(paper_.issuer, mark);
    y_ = top_ + layout_.mark_top_mm * k_pt_per_mm;
    pen_.text(name, left_ + (width_ - name.width_pt()) / 2, y_);
    y_ += name.height_pt() + 2 * line_;
    TextStyle number = body();
    number.align = Align::centre;
    if (!paper_.number.empty()) set_lines(paper_.number, number, line_);
    y_ += layout_.rule_gap_mm * k_pt_per_mm;
    pen_.rule(left_, y_, width_, layout_.rule_mm * k_pt_per_mm, true);
    skip_lines(2);
  }

  void set_block(const Heading& heading) {
    TextStyle style = body();
    style.font = heading.level == 1 ? layout_.bold_font : layout_.body_font;
    style.indent_pt = 2 * layout_.body_pt;
    need(2 * line_);  // a heading never stands alone at the foot of a page
    set_lines(heading.text, style, line_);
  }

  void set_block(const Paragraph& paragraph) {
    TextStyle style = body();
    style.indent_pt = 2 * layout_.body_pt;
    set_lines(paragraph.text, style, line_);
  }

  void set_block(const Figure& figure) {
    const double most_pt = bottom_ - top_ - 2 * line_;
    const double scale = std::min({1.0, width_ / figure.drawing.width_pt, most_pt / figure.drawing.height_pt});
    const double height = figure.drawing.height_pt * scale;
    const TextStyle style{.font = layout_.body_font, .size_pt = layout_.table_pt, .width_pt = width_, .align = Align::centre};
    const BrokenText caption = pen_.broken(figure.caption, style);
    need(height + caption.height_pt() + line_ / 2);
    y_ += line_ / 4;
    pen_.drawing(figure.drawing, left_ + (width_ - figure.drawing.width_pt * scale) / 2, y_, scale);
    y_ += height;
    pen_.text(caption, left_, y_);
    y_ += caption.height_pt() + line_ / 4;
  }

  // Tables.

  static constexpr double k_padding_pt = 4;

  std::vector<double> column_widths(const Table& table) const {
    std::vector<double> widths = table.widths;
    if (widths.empty()) widths.assign(table.head.size(), 1);
    CHECK(widths.size() == table.head.size());
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double& width : widths) width *= width_ / sum;
    return widths;
  }

  struct SetRow {
    std::vector<BrokenText> cells;
    double height_pt = 0;
  };
  SetRow broken_row(const std::vector<std::string>& texts, const std::vector<double>& widths, bool head) const {
    CHECK(texts.size() == widths.size());
    SetRow row;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const TextStyle style{.font = head ? layout_.bold_font : layout_.body_font, .size_pt = layout_.table_pt, .width_pt = widths[i] - 2 * k_padding_pt,
                            .align = head ? Align::centre : Align::left};
      row.cells.push_back(pen_.broken(texts[i], style));
      row.height_pt = std::max(row.height_pt, row.cells.back().height_pt() + 2 * k_padding_pt);
    }
    row.height_pt = std::min(row.height_pt, bottom_ - top_);
    return row;
  }
  void draw_row(const SetRow& row, const std::vector<double>& widths) {
    double x = left_;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      pen_.frame(x, y_, widths[i], row.height_pt);
      pen_.text(row.cells[i], x + k_padding_pt, y_ + (row.height_pt - row.cells[i].height_pt()) / 2);
      x += widths[i];
    }
    y_ += row.height_pt;
  }

  void set_block(const Table& table) {
    const std::vector<double> widths = column_widths(table);
    const SetRow head = broken_row(table.head, widths, true);
    y_ += line_ / 4;
    bool begun = false;
    for (const std::vector<std::string>& texts : table.rows) {
      const SetRow row = broken_row(texts, widths, false);
      const int before = page_;
      need(row.height_pt + (begun ? 0 : head.height_pt));
      if (!begun || page_ != before) draw_row(head, widths);
      draw_row(row, widths);
      begun = true;
    }
    if (!begun) {
      need(head.height_pt);
      draw_row(head, widths);
    }
    y_ += line_ / 4;
  }

  /// The day four characters from the right, the signer above its middle.
  void set_signature() {
    if (paper_.signed_by.empty() && paper_.signed_on.empty()) return;
    need(4 * line_);
    skip_lines(1);
    const double right = left_ + width_ - 4 * layout_.body_pt;
    TextStyle style = body();
    style.width_pt = 0;
    const BrokenText day = pen_.broken(paper_.signed_on, style), signer = pen_.broken(paper_.signed_by, style);
    const double middle = right - day.width_pt() / 2;
    const double x = std::min(middle - signer.width_pt() / 2, left_ + width_ - signer.width_pt());
    pen_.line(signer, 0, std::max(left_, x), y_, line_);
    y_ += line_;
    pen_.line(day, 0, right - day.width_pt(), y_, line_);
    y_ += line_;
  }

  void set_code() {
    if (!paper_.verify_address) return;
    constexpr double k_side_pt = 25 * k_pt_per_mm;
    need(k_side_pt + line_);
    y_ += line_ / 2;
    pen_.code(qr_code(*paper_.verify_address), left_, y_, k_side_pt);
    const TextStyle style{.font = layout_.body_font, .size_pt = layout_.table_pt * 0.85, .width_pt = width_ - k_side_pt - 12, .grey = true};
    const BrokenText words = pen_.broken(paper_.verify_words + "\n" + *paper_.verify_address, style);
    pen_.text(words, left_ + k_side_pt + 12, y_ + (k_side_pt - words.height_pt()) / 2);
    y_ += k_side_pt;
  }

  const Paper& paper_;
  const PaperLayout& layout_;
  PagePen pen_;
  double left_, top_, width_, bottom_, line_;
  double y_ = 0;
  int page_ = 0;
};

}  // namespace

PrintedPaper print_paper(const Paper& paper, const PaperLayout& layout) { return Setter(paper, layout).set(); }

}  // namespace laoyou::print
