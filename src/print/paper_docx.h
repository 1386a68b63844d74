// A paper as .docx: what print_paper() prints, for an office that goes on writing on it. Headings are headings, tables tables, drawings pictures.
#pragma once

#include "print/paper.h"
#include "print/paper_layout.h"

namespace laoyou::print {

/// The same paper always gives the same bytes. What XML cannot hold (control characters) is left out.
std::string paper_docx(const Paper& paper, const PaperLayout& layout);

}  // namespace laoyou::print
