#include "rules/value/unit.h"

#include <algorithm>
#include <array>

namespace laoyou::rules {
namespace {

// Lengths are counted in cm, areas in thirds of a m² so that 亩 (2000/3 m²) stays whole, times in seconds.
// The first name of each size is the one that types hold and that is printed. 分 is a point of a score, never money.
constexpr std::array k_units{
    Unit{"元", Kind::money, "", 100, 1},
    Unit{"万元", Kind::money, "", 1'000'000, 1},
    Unit{"亿元", Kind::money, "", 10'000'000'000, 1},
    Unit{"角", Kind::money, "", 10, 1},
    Unit{"%", Kind::ratio, "", 1, 100},
    Unit{"％", Kind::ratio, "", 1, 100},
    Unit{"‰", Kind::ratio, "", 1, 1000},
    Unit{"s", Kind::quantity, "time", 1, 1},
    Unit{"秒", Kind::quantity, "time", 1, 1},
    Unit{"min", Kind::quantity, "time", 60, 1},
    Unit{"分钟", Kind::quantity, "time", 60, 1},
    Unit{"h", Kind::quantity, "time", 3600, 1},
    Unit{"小时", Kind::quantity, "time", 3600, 1},
    Unit{"cm", Kind::quantity, "length", 1, 1},
    Unit{"厘米", Kind::quantity, "length", 1, 1},
    Unit{"m", Kind::quantity, "length", 100, 1},
    Unit{"米", Kind::quantity, "length", 100, 1},
    Unit{"km", Kind::quantity, "length", 100'000, 1},
    Unit{"千米", Kind::quantity, "length", 100'000, 1},
    Unit{"公里", Kind::quantity, "length", 100'000, 1},
    Unit{"m²", Kind::quantity, "area", 3, 1},
    Unit{"m2", Kind::quantity, "area", 3, 1},
    Unit{"㎡", Kind::quantity, "area", 3, 1},
    Unit{"平方米", Kind::quantity, "area", 3, 1},
    Unit{"亩", Kind::quantity, "area", 2000, 1},
    Unit{"hm²", Kind::quantity, "area", 30'000, 1},
    Unit{"公顷", Kind::quantity, "area", 30'000, 1},
    Unit{"km²", Kind::quantity, "area", 3'000'000, 1},
    Unit{"平方公里", Kind::quantity, "area", 3'000'000, 1},
    Unit{"人", Kind::integer, "", 1, 1},
    Unit{"万人", Kind::integer, "", 10'000, 1},
    Unit{"万", Kind::integer, "", 10'000, 1},
    Unit{"张", Kind::integer, "", 1, 1},
    Unit{"个", Kind::integer, "", 1, 1},
    Unit{"户", Kind::integer, "", 1, 1},
    Unit{"次", Kind::integer, "", 1, 1},
    Unit{"家", Kind::integer, "", 1, 1},
    Unit{"名", Kind::integer, "", 1, 1},
    Unit{"所", Kind::integer, "", 1, 1},
    Unit{"岁", Kind::integer, "", 1, 1},
    Unit{"周岁", Kind::integer, "", 1, 1},
    Unit{"月龄", Kind::integer, "", 1, 1},
    Unit{"天", Kind::integer, "", 1, 1},
    Unit{"日", Kind::integer, "", 1, 1},
    Unit{"个月", Kind::integer, "", 1, 1},
    Unit{"年", Kind::integer, "", 1, 1},
    Unit{"days", Kind::integer, "", 1, 1},
    Unit{"months", Kind::integer, "", 1, 1},
    Unit{"years", Kind::integer, "", 1, 1},
    Unit{"项", Kind::integer, "", 1, 1},
    Unit{"位", Kind::integer, "", 1, 1},
    Unit{"套", Kind::integer, "", 1, 1},
    Unit{"处", Kind::integer, "", 1, 1},
    Unit{"床", Kind::integer, "", 1, 1},
    Unit{"分", Kind::integer, "", 1, 1},
    Unit{"星", Kind::integer, "", 1, 1},
    Unit{"级", Kind::integer, "", 1, 1},
};

bool same_size(const Unit& left, const Unit& right) {
  return left.kind == right.kind && left.dimension == right.dimension && left.numerator * right.denominator == right.numerator * left.denominator;
}

}  // namespace

std::span<const Unit> units() { return k_units; }

int find_unit(std::string_view name) {
  const auto found = std::find_if(k_units.begin(), k_units.end(), [&](const Unit& unit) { return unit.name == name; });
  return found == k_units.end() ? -1 : static_cast<int>(found - k_units.begin());
}

int canonical_unit(int unit) {
  const Unit& wanted = k_units[static_cast<std::size_t>(unit)];
  const auto first = std::find_if(k_units.begin(), k_units.end(), [&](const Unit& each) { return same_size(each, wanted); });
  return static_cast<int>(first - k_units.begin());
}

}  // namespace laoyou::rules
