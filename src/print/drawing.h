// A drawing as data: what a chart or a map is made of, for any writer of papers. In points, from the upper left corner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace laoyou::print {

enum class Align { left, centre, right };

/// Of each colour 0 … 1; strength 1 hides what lies below.
struct Ink {
  double red = 0, green = 0, blue = 0, strength = 1;
};
/// 0x0E6E6E as web pages write it.
constexpr Ink ink(std::uint32_t colour, double strength = 1) {
  constexpr double k_most = 255;
  return {static_cast<double>(colour >> 16 & 0xFF) / k_most, static_cast<double>(colour >> 8 & 0xFF) / k_most, static_cast<double>(colour & 0xFF) / k_most, strength};
}

struct Spot {
  double x = 0, y = 0;
};

/// Lines, or areas: filled where an odd number of its rings lies around, so that a ring within another is a hole.
struct DrawnPath {
  std::vector<std::vector<Spot>> rings;
  bool closed = false;
  std::optional<Ink> fill, line;
  double line_pt = 1;
  bool dashed = false;
};

/// A sign with a white edge, told from others by its shape too.
enum class SignShape { circle, square, triangle, diamond };
struct DrawnSign {
  SignShape shape = SignShape::circle;
  Spot at;  ///< its middle
  double radius_pt = 3;
  Ink ink;
};

/// One line of text.
struct DrawnWords {
  std::string text;
  Spot at;  ///< the middle of its height, at its beginning, middle or end
  double size_pt = 9;
  Align align = Align::left;
  Ink ink;
  bool bold = false;
  bool halo = false;  ///< a white edge around each character, for words on a map
};

/// What follows is drawn within this rectangle alone; without a size: everywhere again.
struct Window {
  double x = 0, y = 0, width = 0, height = 0;
};

using Shape = std::variant<DrawnPath, DrawnSign, DrawnWords, Window>;

struct Drawing {
  double width_pt = 0, height_pt = 0;
  std::vector<Shape> shapes;  ///< the first lies below
};

/// A rectangle as a path.
DrawnPath rectangle(double x, double y, double width, double height);
/// A line from one spot to another.
DrawnPath straight(Spot from, Spot to, Ink ink, double line_pt, bool dashed = false);

}  // namespace laoyou::print
