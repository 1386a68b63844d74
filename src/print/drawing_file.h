// A drawing alone as a file: a picture, or a page that is as large as it is.
#pragma once

#include "print/drawing.h"

namespace laoyou::print {

/// On white, with so much paper around it; `dots_per_inch` pixels for each 72 points.
std::string drawing_png(const Drawing& drawing, double dots_per_inch, double margin_pt = 0);

/// One page, its texts as texts and its fonts embedded.
std::string drawing_pdf(const Drawing& drawing, const std::string& title, double margin_pt = 0);

/// How wide a text of a drawing is.
double words_width_pt(const std::string& text, double size_pt, bool bold = false);

}  // namespace laoyou::print
