#include "rules/text/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace laoyou::rules {
namespace {

int characters(std::string_view text) { return static_cast<int>(character_count(text)); }

}  // namespace

std::string SourceText::place(std::size_t offset) const {
  const std::string_view before = std::string_view(text).substr(0, std::min(offset, text.size()));
  const auto breaks = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = breaks == 0 ? 0 : before.rfind('\n') + 1;
  const int first_column = breaks == 0 ? column : indent;
  return file + ":" + std::to_string(line + breaks) + ":" + std::to_string(first_column + characters(before.substr(line_start)));
}

}  // namespace laoyou::rules
