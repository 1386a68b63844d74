#include "print/paragraph_text.h"

#include <cstring>

#include "base/check.h"

namespace laoyou::print {
namespace {

bool named(pugi::xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

void gather(pugi::xml_node node, std::vector<pugi::xml_node>& texts) {
  for (pugi::xml_node child : node.children()) {
    if (named(child, "w:t")) texts.push_back(child);
    if (named(child, "w:p") || named(child, "w:txbxContent") || named(child, "mc:Fallback") || named(child, "w:del")) continue;
    gather(child, texts);
  }
}

/// What pugixml would write as a line end inside a text is a break of its own in Word.
void split_lines(pugi::xml_node text) {
  const std::string whole = text.text().get();
  if (whole.find('\n') == std::string::npos) return;
  pugi::xml_node run = text.parent(), last = text;
  for (std::size_t from = 0, line = 0; from <= whole.size(); ++line) {
    const std::size_t end = std::min(whole.find('\n', from), whole.size());
    const std::string part = whole.substr(from, end - from);
    if (line == 0) {
      text.text().set(part.c_str());
    } else {
      last = run.insert_child_after("w:br", last);
      last = run.insert_child_after("w:t", last);
      last.append_attribute("xml:space") = "preserve";
      last.text().set(part.c_str());
    }
    from = end + 1;
  }
}

}  // namespace

ParagraphText::ParagraphText(pugi::xml_node paragraph) {
  std::vector<pugi::xml_node> texts;
  gather(paragraph, texts);
  for (const pugi::xml_node node : texts) {
    pieces_.push_back({node, text_.size(), node.text().get()});
    text_ += pieces_.back().text;
  }
}

std::size_t ParagraphText::piece_at(std::size_t byte) const {
  std::size_t found = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i)
    if (pieces_[i].begin <= byte && !pieces_[i].text.empty()) found = i;
  return found;
}

pugi::xml_node ParagraphText::run_at(std::size_t byte) const { return pieces_[piece_at(byte)].node.parent(); }

void ParagraphText::set(Piece& piece, std::string text) {
  piece.text = std::move(text);
  piece.node.text().set(piece.text.c_str());
  pugi::xml_attribute space = piece.node.attribute("xml:space");
  if (!space) space = piece.node.append_attribute("xml:space");
  space.set_value("preserve");
}

void ParagraphText::replace(std::size_t begin, std::size_t end, const std::string& with) {
  CHECK(begin < end && end <= text_.size());
  const std::size_t first = piece_at(begin), last = piece_at(end - 1);
  const std::string before = pieces_[first].text.substr(0, begin - pieces_[first].begin);
  const std::string after = pieces_[last].text.substr(end - pieces_[last].begin);
  for (std::size_t i = first + 1; i < last; ++i) set(pieces_[i], "");
  if (first == last) {
    set(pieces_[first], before + with + after);
  } else {
    set(pieces_[first], before + with);
    set(pieces_[last], after);
  }
}

void ParagraphText::break_lines() {
  for (const Piece& piece : pieces_) split_lines(piece.node);
}

}  // namespace laoyou::print
