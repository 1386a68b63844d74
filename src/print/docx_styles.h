// The parts of a .docx that say how papers look, made of a layout's measures.
#pragma once

#include "print/paper_layout.h"

namespace laoyou::print {

/// Twentieths of a point, which Word counts in.
long twips(double pt);

/// word/styles.xml: Normal (body), Title, Heading1, Heading2, PaperMark (the issuer in red), PaperNumber, Recipient, Cell, CellHead, Picture, Caption, Signature.
std::string docx_styles(const PaperLayout& layout);

/// The page's size and margins, with the footers `odd` and `even` (ids of relations), the header `header` where it is not empty.
std::string docx_section(const PaperLayout& layout, const std::string& odd, const std::string& even, const std::string& header);

}  // namespace laoyou::print
