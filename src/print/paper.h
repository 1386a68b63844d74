// A paper to be printed: what it says, from the issuer's name to the table on its last page.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "print/drawing.h"

namespace laoyou::print {

struct Heading {
  int level = 1;  ///< 1: 一、 2: （一）
  std::string text;
};
/// Indented by two characters; line ends begin new lines.
struct Paragraph {
  std::string text;
};
/// Its head stands again on each page that it reaches.
struct Table {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  ///< each as long as the head
  std::vector<double> widths;                  ///< parts of the text's width; empty: all alike
};
/// In the middle of the text, no wider than it; the caption stands below and tells those who do not see it what is drawn.
struct Figure {
  Drawing drawing;
  std::string caption;
};
using Block = std::variant<Heading, Paragraph, Table, Figure>;

struct Paper {
  std::string issuer;                ///< in red above (发文机关标志); empty: a paper without a red head
  std::string number;                ///< 发文字号
  std::string title;
  std::string recipient;             ///< 主送机关, without its colon
  std::vector<Block> blocks;
  std::string signed_by;             ///< 发文机关署名
  std::string signed_on;             ///< 成文日期, "2026年11月29日"
  std::optional<std::string> verify_address;  ///< a QR code with it, and the address, stand at the end
  std::string verify_words;          ///< beside the code
  bool example = false;              ///< "样本" across each page
};

}  // namespace laoyou::print
