// Units of measure that literals and fields carry: 元 万元 % m² min. One table; a unit of the same dimension converts exactly.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/value/type.h"

namespace laoyou::rules {

/// One unit: "h" is of dimension "time", 60 min each. Counting words (人 张 个 户 次 家 名 所 岁 days) make integers and are named for the reader only.
struct Unit {
  std::string_view name;       ///< as written after a number
  Kind kind;                   ///< integer (counting word), money, ratio or quantity
  std::string_view dimension;  ///< quantities: "time", "length", "area"; else empty
  std::int64_t numerator;      ///< one of this unit is numerator/denominator of its dimension's smallest unit (money: fen; ratio: one)
  std::int64_t denominator;
};

/// All units, names unique; several names may mean the same (m², ㎡, 平方米).
std::span<const Unit> units();

/// Position in units() of the name, or -1.
int find_unit(std::string_view name);

/// Position of the unit that stands for all names of the same dimension and size: 平方米 and ㎡ both give m². Types hold only these.
int canonical_unit(int unit);

}  // namespace laoyou::rules
