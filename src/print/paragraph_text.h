// The text of a Word paragraph, which lies scattered over its runs, and changing a stretch of it in place.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace laoyou::print {

class ParagraphText {
 public:
  /// Of a w:p; text boxes inside it are paragraphs of their own.
  explicit ParagraphText(pugi::xml_node paragraph);

  const std::string& text() const { return text_; }
  /// Puts `with` in the place of the bytes from `begin` to before `end`; it takes the shape of the run where the stretch begins.
  /// Stretches are replaced from the last to the first.
  void replace(std::size_t begin, std::size_t end, const std::string& with);
  /// Line ends become breaks of Word; nothing is replaced after that.
  void break_lines();
  /// The run where this byte stands.
  pugi::xml_node run_at(std::size_t byte) const;

 private:
  struct Piece {
    pugi::xml_node node;  ///< w:t
    std::size_t begin = 0;
    std::string text;
  };
  std::size_t piece_at(std::size_t byte) const;
  void set(Piece& piece, std::string text);

  std::vector<Piece> pieces_;
  std::string text_;
};

}  // namespace laoyou::print
