// Texts of a CSV column into positions of a code list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/facts/facts.h"

namespace laoyou::rules {

/// Knows the list's codes by name and by Chinese label; an open list gains the texts it lacks, up to k_most_codes.
class CodePositions {
 public:
  CodePositions(CodeList& list, bool open);
  /// Position, or -1 when the text is not in the closed list, or no room is left in the open one.
  std::int64_t of(std::string_view text);

 private:
  void add(std::string_view name, std::string_view label, std::int64_t position);

  CodeList& list_;
  bool open_;
  TextPool pool_;
  std::vector<std::int64_t> positions_;  // by position in the pool
  std::string last_text_;
  std::int64_t last_ = -1;
};

}  // namespace laoyou::rules
