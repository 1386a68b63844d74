// Leaves of closed lists (代码): the identifier in JSON and database, identifier or label on sheets. Included through leaf.h.
#pragma once

#include <array>

#include "base/check.h"
#include "record/dictionary.h"
#include "record/leaf.h"

namespace laoyou::record {

/// The identifiers of an enum, in the order of its declaration.
template <DescribedEnum T>
const std::vector<std::string>& enum_values() {
  static const std::vector<std::string> values = [] {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) { names.emplace_back(each.name); });
    return names;
  }();
  return values;
}

/// Finds `text` among the identifiers or, where `labels_too`, the dictionary's labels; -1 when it is neither.
int find_enum_value(std::string_view enum_name, const std::vector<std::string>& values, std::string_view text, bool labels_too);

/// "enum.mistyped" with the nearest right one, or, where none is near, "enum.unknown" with all of them.
Refusal unknown_enum_value(std::string_view text, const std::vector<std::string>& values);

template <DescribedEnum T>
struct Leaf<T> {
  static constexpr CellKind cell_kind = CellKind::text;
  static constexpr JsonKind json_kind = JsonKind::text;
  static constexpr LeafSchema schema{"string", "", ""};
  static std::string to_json_text(T value) { return boost::describe::enum_to_string(value, ""); }
  static Result<T> from_json_text(std::string_view text) { return read(text, false); }
  static std::string to_sheet_text(T value) { return dictionary().entry(enum_name<T>(), to_json_text(value)).zh; }
  static Result<T> from_sheet_text(std::string_view text) { return read(text, true); }
  static Cell to_cell(T value) { return to_json_text(value); }
  static Result<T> from_cell(const Cell& cell) { return read(std::get<std::string>(cell), false); }

 private:
  static Result<T> read(std::string_view text, bool labels_too) {
    const int index = find_enum_value(enum_name<T>(), enum_values<T>(), text, labels_too);
    if (index < 0) return unknown_enum_value(text, enum_values<T>());
    T value{};
    CHECK(boost::describe::enum_from_string(enum_values<T>()[static_cast<std::size_t>(index)].c_str(), value));
    return value;
  }
};

}  // namespace laoyou::record
