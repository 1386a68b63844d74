#include "powers/powers.h"


namespace laoyou::powers {

Powers Powers::all() {
  Powers powers;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Power>>([&](auto each) { powers.add(each.value); });
  return powers;
}

Result<Powers> Powers::parse(std::string_view names) {
  Powers powers;
  while (!names.empty()) {
    const std::size_t space = names.find(' ');
    const std::string_view name = names.substr(0, space);
    names = space == std::string_view::npos ? std::string_view() : names.substr(space + 1);
    if (name.empty()) continue;
    const Result<Power> power = record::Leaf<Power>::from_json_text(name);
    if (!power) return power.error();
    powers.add(*power);
  }
  return powers;
}

std::vector<Power> Powers::list() const {
  std::vector<Power> held;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Power>>([&](auto each) {
    if (has(each.value)) held.push_back(each.value);
  });
  return held;
}

std::string Powers::text() const {
  std::string names;
  for (const Power power : list()) names += (names.empty() ? "" : " ") + record::Leaf<Power>::to_json_text(power);
  return names;
}

}  // namespace laoyou::powers
