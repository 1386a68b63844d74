#include "rules/tree/book.h"

#include <algorithm>

namespace laoyou::rules {
namespace {

template <class Things>
int position(const Things& things, std::string_view key) {
  for (const auto member : {&Things::value_type::key, &Things::value_type::name}) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.*member == key; });
    if (found != things.end()) return static_cast<int>(found - things.begin());
  }
  return -1;
}

}  // namespace

const DatedValue* Parameter::on(Date day) const {
  const auto behind = std::upper_bound(values.begin(), values.end(), day, [](Date wanted, const DatedValue& value) { return wanted < value.from; });
  if (behind == values.begin()) return nullptr;
  const DatedValue& value = *std::prev(behind);
  return value.ended ? nullptr : &value;
}

int Book::find_rule(std::string_view key) const { return position(rules, key); }

int Book::find_parameter(std::string_view key) const { return position(parameters, key); }

}  // namespace laoyou::rules
