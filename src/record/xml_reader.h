// Reads the XML inside workbooks, piece by piece and without copying the document. Only what workbooks are made of: UTF-8, no document type
// (so no entities of its own), at most 64 levels.
//
// Own code, because the reader of liborcus 0.17 stops the program by assert() on malformed input, and workbooks come from strangers.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace laoyou::record::xml {

/// The text is not well formed, or uses what is left out on purpose.
class Malformed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Piece { open, close, text, end };

/// Walks a document. The text must outlive the reader.
class Reader {
 public:
  explicit Reader(std::string_view document);

  /// The next piece; comments and processing instructions are passed over, <a/> is an open and a close. Throws Malformed.
  Piece next();

  /// The name of the element that was opened or closed, without its namespace prefix.
  std::string_view name() const { return name_; }
  /// The text of the piece, entities and line ends resolved.
  const std::string& text() const { return text_; }
  /// An attribute of the element just opened, by its name without prefix.
  const std::string* attribute(std::string_view name) const;

  /// After an open: passes over everything up to its close.
  void skip();
  /// After an open: the texts up to its close, joined; those of elements inside it too.
  std::string text_within();

 private:
  [[noreturn]] void refuse(const char* what) const;
  bool take(std::string_view expected);
  void take_until(std::string_view end);
  void take_blanks();
  std::string_view take_name();
  std::string_view up_to(std::string_view end);
  Piece open();
  Piece close();
  void read_attribute();
  Piece read_text();

  std::string_view rest_;
  std::size_t size_;
  std::vector<std::string_view> open_;  // full names, outermost first
  std::string_view name_;
  std::string text_;
  std::vector<std::pair<std::string_view, std::string>> attributes_;
  std::size_t attribute_count_ = 0;  // the vector keeps its strings, so that their memory serves the next element
  bool close_next_ = false;
};

}  // namespace laoyou::record::xml
