// What a synthetic city is made after: how many of everything and which shares, each read from a plan's data (合成城市的依据).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "synth/dealt_share.h"

namespace laoyou::synth {

/// One thing a city has so many of.
struct Quantity {
  std::string_view name;
  bool needed = true;  ///< the others may be absent: the plan says nothing of them
};

/// All that there are, in the order in which they are documented.
const std::vector<Quantity>& known_quantities();

/// The quantities of one city; all needed ones are there.
class Quantities {
 public:
  struct Value {
    Decimal value;
    ShareRounding rounding = ShareRounding::nearest;  ///< up where the plan asks for not less
  };
  void put(std::string name, Value value) { values_.insert_or_assign(std::move(name), value); }
  bool has(std::string_view name) const { return values_.contains(name); }
  /// Of a quantity that is there.
  Decimal decimal(std::string_view name) const;
  /// To the nearest whole number.
  std::int64_t count(std::string_view name) const;
  /// A share of `whole` by a quantity in percent, to the nearest.
  std::int64_t share_of(std::string_view name, std::int64_t whole) const;
  DealtShare share(std::string_view name) const;

 private:
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace laoyou::synth
