#include "print/page_pen.h"

#include <cairo-pdf.h>

#include <cmath>

#include "base/check.h"
#include "print/paint_drawing.h"

namespace laoyou::print {
struct BrokenText::Parts {
  std::unique_ptr<PangoLayout, Unref> layout;
  TextStyle style;
};

BrokenText::BrokenText(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
BrokenText::~BrokenText() = default;
BrokenText::BrokenText(BrokenText&&) noexcept = default;

int BrokenText::lines() const { return pango_layout_get_line_count(parts_->layout.get()); }

double BrokenText::height_pt() const {
  PangoRectangle logical;
  pango_layout_get_extents(parts_->layout.get(), nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

double BrokenText::width_pt() const {
  PangoRectangle logical;
  pango_layout_get_extents(parts_->layout.get(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

struct PagePen::Parts {
  double width_pt, height_pt;
  std::string pdf;
  std::unique_ptr<cairo_surface_t, Unref> surface;
  std::unique_ptr<cairo_t, Unref> pen;
  FontSetting setting;

  void colour(const TextStyle& style) const {
    if (style.red)
      cairo_set_source_rgb(pen.get(), 0.85, 0, 0);
    else
      cairo_set_source_rgb(pen.get(), style.grey ? 0.35 : 0, style.grey ? 0.35 : 0, style.grey ? 0.35 : 0);
  }
};

PagePen::PagePen(double width_pt, double height_pt) : parts_(std::make_unique<Parts>()) {
  parts_->width_pt = width_pt;
  parts_->height_pt = height_pt;
  parts_->surface.reset(cairo_pdf_surface_create_for_stream(append_bytes, &parts_->pdf, width_pt, height_pt));
  parts_->pen.reset(cairo_create(parts_->surface.get()));
}

PagePen::~PagePen() = default;

BrokenText PagePen::broken(const std::string& text, const TextStyle& style) const {
  auto made = std::make_unique<BrokenText::Parts>();
  made->layout.reset(pango_layout_new(parts_->setting.context.get()));
  made->style = style;
  PangoLayout* layout = made->layout.get();
  PangoFontDescription* font = pango_font_description_from_string(style.font.c_str());
  pango_font_description_set_absolute_size(font, style.size_pt * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  if (style.width_pt > 0) pango_layout_set_width(layout, static_cast<int>(std::lround(style.width_pt * PANGO_SCALE)));
  pango_layout_set_indent(layout, static_cast<int>(std::lround(style.indent_pt * PANGO_SCALE)));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, style.align == Align::centre ? PANGO_ALIGN_CENTER : style.align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  return BrokenText(std::move(made));
}

void PagePen::line(const BrokenText& text, int index, double x, double y, double line_pt) {
  PangoLayout* layout = text.parts().layout.get();
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout, index);
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  const double height = static_cast<double>(logical.height) / PANGO_SCALE, ascent = -static_cast<double>(logical.y) / PANGO_SCALE;
  // A line by itself knows neither where it was aligned to nor its indent.
  PangoLayoutIter* walk = pango_layout_get_iter(layout);
  for (int i = 0; i < index; ++i) pango_layout_iter_next_line(walk);
  PangoRectangle placed;
  pango_layout_iter_get_line_extents(walk, nullptr, &placed);
  pango_layout_iter_free(walk);
  parts_->colour(text.parts().style);
  cairo_move_to(parts_->pen.get(), x + static_cast<double>(placed.x) / PANGO_SCALE, y + (line_pt - height) / 2 + ascent);
  pango_cairo_show_layout_line(parts_->pen.get(), line);
}

void PagePen::text(const BrokenText& text, double x, double y) {
  parts_->colour(text.parts().style);
  cairo_move_to(parts_->pen.get(), x, y);
  pango_cairo_show_layout(parts_->pen.get(), text.parts().layout.get());
}

void PagePen::rule(double x, double y, double width_pt, double thickness_pt, bool red) {
  parts_->colour({.font = "", .red = red});
  cairo_rectangle(parts_->pen.get(), x, y, width_pt, thickness_pt);
  cairo_fill(parts_->pen.get());
}

void PagePen::frame(double x, double y, double width_pt, double height_pt) {
  cairo_set_source_rgb(parts_->pen.get(), 0, 0, 0);
  cairo_set_line_width(parts_->pen.get(), 0.5);
  cairo_rectangle(parts_->pen.get(), x, y, width_pt, height_pt);
  cairo_stroke(parts_->pen.get());
}

void PagePen::code(const QrCode& code, double x, double y, double side_pt) {
  const double square = side_pt / code.width;
  cairo_set_source_rgb(parts_->pen.get(), 0, 0, 0);
  cairo_set_antialias(parts_->pen.get(), CAIRO_ANTIALIAS_NONE);
  for (int row = 0; row < code.width; ++row)
    for (int column = 0; column < code.width; ++column)
      if (code.dark[static_cast<std::size_t>(row * code.width + column)]) cairo_rectangle(parts_->pen.get(), x + column * square, y + row * square, square, square);
  cairo_fill(parts_->pen.get());
  cairo_set_antialias(parts_->pen.get(), CAIRO_ANTIALIAS_DEFAULT);
}

void PagePen::drawing(const Drawing& drawing, double x, double y, double scale) {
  cairo_t* pen = parts_->pen.get();
  cairo_save(pen);
  cairo_translate(pen, x, y);
  cairo_scale(pen, scale, scale);
  paint(pen, parts_->setting.context.get(), drawing);
  cairo_restore(pen);
}

void PagePen::across(const std::string& words, const std::string& font) {
  constexpr double k_size_pt = 150;
  const BrokenText text = broken(words, {.font = font, .size_pt = k_size_pt});
  cairo_t* pen = parts_->pen.get();
  cairo_save(pen);
  cairo_translate(pen, parts_->width_pt / 2, parts_->height_pt / 2);
  cairo_rotate(pen, -0.6);
  cairo_set_source_rgb(pen, 0.92, 0.92, 0.92);
  cairo_move_to(pen, -text.width_pt() / 2, -text.height_pt() / 2);
  pango_cairo_show_layout(pen, text.parts().layout.get());
  cairo_restore(pen);
}

void PagePen::end_page() { cairo_show_page(parts_->pen.get()); }

std::string PagePen::finish(const std::string& title) {
  cairo_pdf_surface_set_metadata(parts_->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(parts_->surface.get(), CAIRO_PDF_METADATA_CREATOR, "laoyou");
  parts_->pen.reset();
  cairo_surface_finish(parts_->surface.get());
  CHECK(cairo_surface_status(parts_->surface.get()) == CAIRO_STATUS_SUCCESS);
  return std::move(parts_->pdf);
}

}  // namespace laoyou::print
