#include "engines/streets/line_text.h"

#include <charconv>

namespace laoyou::streets {
namespace {

/// "116.9 36.6, 116.8 36.7"
std::optional<std::vector<Point>> read_points(std::string_view text) {
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  std::vector<Point> points;
  while (at < end) {
    double each[2] = {0, 0};
    for (double& value : each) {
      while (at < end && *at == ' ') ++at;
      const auto [next, error] = std::from_chars(at, end, value);
      if (error != std::errc()) return std::nullopt;
      at = next;
    }
    const auto point = Point::create(each[0], each[1]);
    if (!point) return std::nullopt;
    points.push_back(*point);
    while (at < end && *at == ' ') ++at;
    if (at < end && *at++ != ',') return std::nullopt;
  }
  return points;
}

/// What stands between the first opening and the last closing of so many brackets.
std::optional<std::string_view> inside(std::string_view text, std::string_view word, int brackets) {
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  for (int bracket = 0; bracket < brackets; ++bracket) {
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    text = text.substr(open + 1, close - open - 1);
  }
  return text;
}

}  // namespace

std::optional<std::vector<Point>> read_line_text(std::string_view text) {
  const auto numbers = inside(text, "LINESTRING", 1);
  auto points = numbers ? read_points(*numbers) : std::nullopt;
  if (!points || points->size() < 2) return std::nullopt;
  return points;
}

std::optional<std::vector<Point>> read_polygon_text(std::string_view text) {
  const auto numbers = inside(text, "POLYGON", 2);
  auto points = numbers ? read_points(*numbers) : std::nullopt;
  if (!points) return std::nullopt;
  if (points->size() > 1 && points->front() == points->back()) points->pop_back();
  if (points->size() < 3) return std::nullopt;
  return points;
}

}  // namespace laoyou::streets
