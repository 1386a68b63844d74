// Reads the XML inside workbooks, piece by piece and without ever holding the document. Only what workbooks are made of: UTF-8, no document type
// (so no entities of its own), at most 64 levels, no tag and no text that is asked for above one MiB.
//
// Own code, because the reader of liborcus 0.17 stops the program by assert() on malformed input, and workbooks come from strangers.
#pragma once

#include <functional>
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

/// Gives the bytes of a document from front to back, nothing at the end; each view is good until the next.
using Source = std::function<std::string_view()>;

/// Walks a document. A text given whole must outlive the reader.
class Reader {
 public:
  explicit Reader(std::string_view document);
  explicit Reader(Source source);

  /// The next piece; comments and processing instructions are passed over, <a/> is an open and a close. Throws Malformed.
  Piece next();

  /// The name of the element that was opened or closed, without its namespace prefix; good until the next piece.
  std::string_view name() const { return name_; }
  /// The text of the piece, entities and line ends resolved. A long text comes in several pieces.
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
  void start();
  bool fill();
  void gather_token();
  std::size_t token_end() const;
  void take_blanks();
  std::string_view take_name();
  std::string_view up_to(std::string_view end);
  Piece open();
  Piece close();
  void read_attribute();
  Piece read_text();

  Source source_;            // null when all has been taken
  std::string buffer_;       // what rest_ looks into when there is a source
  std::string cut_;          // the beginning of a character whose end is still to come
  std::string_view rest_;
  std::size_t taken_ = 0;    // bytes so far, those of rest_ too
  std::vector<std::string> open_;  // full names, outermost first
  std::string name_;
  std::string text_;
  std::vector<std::pair<std::string, std::string>> attributes_;
  std::size_t attribute_count_ = 0;  // the vector keeps its strings, so that their memory serves the next element
  bool started_ = true;
  bool close_next_ = false;
};

}  // namespace laoyou::record::xml
