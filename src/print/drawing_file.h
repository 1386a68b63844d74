// A drawing alone as a file: a picture, or a page that is as large as it is.
#pragma once

#include "print/drawing.h"

namespace laoyou::print {

/// On white; `dots_per_inch` pixels for each 72 points.
std::string drawing_png(const Drawing& drawing, double dots_per_inch);

/// One page, its texts as texts and its fonts embedded.
std::string drawing_pdf(const Drawing& drawing, const std::string& title);

/// How wide a text of a drawing is.
double words_width_pt(const std::string& text, double size_pt, bool bold = false);

}  // namespace laoyou::print
