// The marks of a template in a paragraph's text: {{name}}, {{#rows}}, {{^rows}}, {{/rows}}, {{qr:name}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace laoyou::print {

struct Tag {
  enum class Kind { value, each, unless, end, qr };
  Kind kind = Kind::value;
  std::string name;         ///< "applicant.name"
  std::size_t begin = 0, end = 0;  ///< bytes of the text, braces included
};

/// In their order. What is opened by {{ and not closed in the same paragraph is none; see has_stray_braces().
std::vector<Tag> tags_of(std::string_view text);

/// Braces that begin or end no mark: a typing mistake nobody would see in the printed paper.
bool has_stray_braces(std::string_view text);

}  // namespace laoyou::print
