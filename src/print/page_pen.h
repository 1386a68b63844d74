// Draws on the pages of a PDF in points from the upper left corner; the only file that speaks with Pango and Cairo about pages, as paint_drawing.h does about drawings.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "print/drawing.h"
#include "print/qr_code.h"

namespace laoyou::print {

/// How a text is set.
struct TextStyle {
  std::string font;          ///< family, and its weight behind it
  double size_pt = 0;
  double width_pt = 0;       ///< lines are broken to it
  double indent_pt = 0;      ///< of the first line of each paragraph
  Align align = Align::left;
  bool red = false, grey = false;
};

/// A text broken into lines.
class BrokenText {
 public:
  struct Parts;
  explicit BrokenText(std::unique_ptr<Parts> parts);
  ~BrokenText();
  BrokenText(BrokenText&&) noexcept;
  int lines() const;
  double height_pt() const;       ///< as the font spaces it
  double width_pt() const;        ///< of the longest line

  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

class PagePen {
 public:
  PagePen(double width_pt, double height_pt);
  ~PagePen();
  PagePen(const PagePen&) = delete;
  PagePen& operator=(const PagePen&) = delete;

  BrokenText broken(const std::string& text, const TextStyle& style) const;
  /// One line, with its upper edge so that it stands in the middle of a line of `line_pt`.
  void line(const BrokenText& text, int index, double x, double y, double line_pt);
  /// All lines, as the font spaces them.
  void text(const BrokenText& text, double x, double y);
  void rule(double x, double y, double width_pt, double thickness_pt, bool red);
  void frame(double x, double y, double width_pt, double height_pt);
  void code(const QrCode& code, double x, double y, double side_pt);
  void drawing(const Drawing& drawing, double x, double y, double scale);
  /// Large, light and aslant across the page.
  void across(const std::string& words, const std::string& font);
  void end_page();
  /// Ends the document; nothing is drawn after that.
  std::string finish(const std::string& title);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace laoyou::print
