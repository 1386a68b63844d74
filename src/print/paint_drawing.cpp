#include "print/paint_drawing.h"

#include <cairo-pdf.h>

#include <cmath>
#include <numbers>

#include "base/check.h"
#include "print/drawing_file.h"
#include "print/paper_layout.h"

namespace laoyou::print {
namespace {

void use(cairo_t* pen, const Ink& ink) { cairo_set_source_rgba(pen, ink.red, ink.green, ink.blue, ink.strength); }

std::unique_ptr<PangoLayout, Unref> layout_of(PangoContext* fonts, const std::string& text, double size_pt, bool bold) {
  std::unique_ptr<PangoLayout, Unref> layout(pango_layout_new(fonts));
  const std::string family = official_layout().drawing_font + (bold ? " Bold" : "");
  PangoFontDescription* font = pango_font_description_from_string(family.c_str());
  pango_font_description_set_absolute_size(font, size_pt * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

class Painter {
 public:
  Painter(cairo_t* pen, PangoContext* fonts) : pen_(pen), fonts_(fonts) {}

  void operator()(const DrawnPath& path) const {
    cairo_new_path(pen_);
    for (const std::vector<Spot>& ring : path.rings) {
      cairo_new_sub_path(pen_);
      for (const Spot& spot : ring) cairo_line_to(pen_, spot.x, spot.y);
      if (path.closed) cairo_close_path(pen_);
    }
    cairo_set_fill_rule(pen_, CAIRO_FILL_RULE_EVEN_ODD);
    if (path.fill) use(pen_, *path.fill), cairo_fill_preserve(pen_);
    if (path.line) stroke(*path.line, path.line_pt, path.dashed);
    cairo_new_path(pen_);
  }

  void operator()(const DrawnSign& sign) const {
    cairo_new_path(pen_);
    outline(sign);
    use(pen_, sign.ink);
    cairo_fill_preserve(pen_);
    constexpr double k_edge_pt = 0.8;
    stroke(ink(0xFFFFFF), k_edge_pt, false);
  }

  void operator()(const DrawnWords& words) const {
    const auto layout = layout_of(fonts_, words.text, words.size_pt, words.bold);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE, height = static_cast<double>(logical.height) / PANGO_SCALE;
    const double before = words.align == Align::left ? 0 : words.align == Align::centre ? width / 2 : width;
    cairo_move_to(pen_, words.at.x - before, words.at.y - height / 2);
    if (words.halo) {
      constexpr double k_halo_pt = 2.4;
      pango_cairo_layout_path(pen_, layout.get());
      stroke(ink(0xFFFFFF, 0.85), k_halo_pt, false);
      cairo_move_to(pen_, words.at.x - before, words.at.y - height / 2);
    }
    use(pen_, words.ink);
    pango_cairo_show_layout(pen_, layout.get());
    cairo_new_path(pen_);
  }

  void operator()(const Window& window) const {
    cairo_reset_clip(pen_);
    if (window.width <= 0 || window.height <= 0) return;
    cairo_rectangle(pen_, window.x, window.y, window.width, window.height);
    cairo_clip(pen_);
  }

 private:
  void stroke(const Ink& colour, double line_pt, bool dashed) const {
    constexpr double k_dash[] = {5, 3};
    use(pen_, colour);
    cairo_set_line_width(pen_, line_pt);
    cairo_set_line_join(pen_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(pen_, k_dash, dashed ? 2 : 0, 0);
    cairo_stroke(pen_);
    cairo_set_dash(pen_, k_dash, 0, 0);
  }

  void outline(const DrawnSign& sign) const {
    const double radius = sign.radius_pt;
    if (sign.shape == SignShape::circle) return cairo_arc(pen_, sign.at.x, sign.at.y, radius, 0, 2 * std::numbers::pi);
    const int corners = sign.shape == SignShape::triangle ? 3 : 4;
    const double turn = sign.shape == SignShape::square ? std::numbers::pi / 4 : -std::numbers::pi / 2;
    for (int corner = 0; corner < corners; ++corner) {
      const double angle = turn + 2 * std::numbers::pi * corner / corners;
      cairo_line_to(pen_, sign.at.x + 1.2 * radius * std::cos(angle), sign.at.y + 1.2 * radius * std::sin(angle));
    }
    cairo_close_path(pen_);
  }

  cairo_t* pen_;
  PangoContext* fonts_;
};

}  // namespace

FontSetting::FontSetting() : fonts(pango_cairo_font_map_new()), context(pango_font_map_create_context(fonts.get())) {
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
}

cairo_status_t append_bytes(void* given, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(given)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

void paint(cairo_t* pen, PangoContext* fonts, const Drawing& drawing) {
  cairo_save(pen);
  const Painter painter(pen, fonts);
  for (const Shape& shape : drawing.shapes) std::visit(painter, shape);
  cairo_restore(pen);
}

std::string drawing_png(const Drawing& drawing, double dots_per_inch, double margin_pt) {
  constexpr double k_pt_per_inch = 72;
  const double scale = dots_per_inch / k_pt_per_inch;
  const std::unique_ptr<cairo_surface_t, Unref> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil((drawing.width_pt + 2 * margin_pt) * scale)), static_cast<int>(std::ceil((drawing.height_pt + 2 * margin_pt) * scale))));
  const std::unique_ptr<cairo_t, Unref> pen(cairo_create(surface.get()));
  use(pen.get(), ink(0xFFFFFF));
  cairo_paint(pen.get());
  cairo_scale(pen.get(), scale, scale);
  cairo_translate(pen.get(), margin_pt, margin_pt);
  const FontSetting setting;
  paint(pen.get(), setting.context.get(), drawing);
  std::string png;
  CHECK(cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png) == CAIRO_STATUS_SUCCESS);
  return png;
}

std::string drawing_pdf(const Drawing& drawing, const std::string& title, double margin_pt) {
  std::string pdf;
  const std::unique_ptr<cairo_surface_t, Unref> surface(cairo_pdf_surface_create_for_stream(append_bytes, &pdf, drawing.width_pt + 2 * margin_pt, drawing.height_pt + 2 * margin_pt));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "laoyou");
  std::unique_ptr<cairo_t, Unref> pen(cairo_create(surface.get()));
  cairo_translate(pen.get(), margin_pt, margin_pt);
  const FontSetting setting;
  paint(pen.get(), setting.context.get(), drawing);
  pen.reset();
  cairo_surface_finish(surface.get());
  CHECK(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
  return pdf;
}

double words_width_pt(const std::string& text, double size_pt, bool bold) {
  thread_local const FontSetting setting;
  PangoRectangle logical;
  pango_layout_get_extents(layout_of(setting.context.get(), text, size_pt, bold).get(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

}  // namespace laoyou::print
