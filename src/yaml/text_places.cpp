#include "yaml/text_places.h"

#include <algorithm>

#include "base/utf8.h"

namespace laoyou::yaml {
namespace {

int characters(std::string_view text) { return static_cast<int>(character_count(text)); }

}  // namespace

TextPlaces::TextPlaces(std::string file, std::string_view text) : file_(std::move(file)) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines_.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

rules::SourceText TextPlaces::of(const YAML::Node& scalar) const {
  const auto line = static_cast<std::size_t>(scalar.Mark().line);
  const auto column = static_cast<std::size_t>(scalar.Mark().column);
  rules::SourceText source{scalar.Scalar(), file_, static_cast<int>(line) + 1, 1, 1};
  if (line >= lines_.size()) return source;
  const std::string& written = lines_[line];
  const std::string_view before = std::string_view(written).substr(0, column);
  const char first = column < written.size() ? written[column] : '\0';
  source.column = characters(before) + (first == '"' || first == '\'' ? 2 : 1);
  source.indent = 1;
  // The lines after the first one start at their own indent, whatever the style of the scalar.
  for (std::size_t next = line + 1; next < lines_.size(); ++next) {
    const std::size_t indent = lines_[next].find_first_not_of(' ');
    if (indent == std::string::npos) continue;
    source.indent = static_cast<int>(indent) + 1;
    break;
  }
  if (first == '|' || first == '>') {
    source.line += 1;
    source.column = source.indent;
  }
  return source;
}

rules::SourceText TextPlaces::part(const rules::SourceText& whole, std::size_t begin, std::size_t count) {
  rules::SourceText cut = whole;
  cut.text = whole.text.substr(begin, count);
  const std::string_view before = std::string_view(whole.text).substr(0, begin);
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  cut.line += static_cast<int>(breaks);
  cut.column = breaks == 0 ? whole.column + characters(before) : whole.indent + characters(before.substr(before.rfind('\n') + 1));
  return cut;
}

}  // namespace laoyou::yaml
