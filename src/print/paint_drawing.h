// How drawings reach Cairo, and what every text in this room needs of Pango.
#pragma once

#include <pango/pangocairo.h>

#include <memory>

#include "print/drawing.h"

namespace laoyou::print {

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoFontMap* fonts) const { g_object_unref(fonts); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

/// Fonts of one's own: several papers may be printed at once. Sizes are points, characters are not fitted to pixels.
struct FontSetting {
  FontSetting();
  std::unique_ptr<PangoFontMap, Unref> fonts;
  std::unique_ptr<PangoContext, Unref> context;
};

/// Takes the bytes that a surface writes; `given` is a std::string.
cairo_status_t append_bytes(void* given, const unsigned char* data, unsigned int size);

/// With its upper left corner where the pen's origin is.
void paint(cairo_t* pen, PangoContext* fonts, const Drawing& drawing);

}  // namespace laoyou::print
