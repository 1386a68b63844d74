// Measures of a printed page, as data: of official papers in print/official_paper.csv, each with its source.
#pragma once

#include <string>

namespace laoyou::print {

/// Millimetres and points (1/72 inch); sizes of type are those of Chinese printing: 三号 is 16 points.
struct PaperLayout {
  double width_mm = 0, height_mm = 0;
  double top_mm = 0, left_mm = 0;              ///< to the text (天头, 订口)
  double text_width_mm = 0, text_height_mm = 0; ///< the text's rectangle (版心)
  int lines = 0, characters = 0;               ///< of body text a page, and a line
  double body_pt = 0, heading_pt = 0, table_pt = 0, page_number_pt = 0;
  double mark_pt = 0, mark_top_mm = 0;         ///< the issuer's name in red, and where it begins below the text's upper edge
  double rule_gap_mm = 0;                      ///< from the paper's number down to the red rule
  double rule_mm = 0;                          ///< its thickness
  double page_number_gap_mm = 0;               ///< from the text's lower edge down to the page number
  std::string body_font, heading_font, bold_font, drawing_font;
  std::string word_body_font, word_heading_font, word_bold_font;  ///< as a word processor of an office knows them; others take their own
};

/// As official_paper.csv has it: the layout of GB/T 9704-2012 with fonts that Debian carries. A file with a line missing is our own mistake.
const PaperLayout& official_layout();

}  // namespace laoyou::print
