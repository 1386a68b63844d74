// A paper as PDF, by Pango and Cairo, its fonts embedded as subsets.
#pragma once

#include "print/paper.h"
#include "print/paper_layout.h"

namespace laoyou::print {

struct PrintedPaper {
  std::string pdf;
  int pages = 0;
};

/// The same paper always gives the same pages. A table row taller than a page is cut off at its end; nothing else is ever lost.
PrintedPaper print_paper(const Paper& paper, const PaperLayout& layout);

}  // namespace laoyou::print
