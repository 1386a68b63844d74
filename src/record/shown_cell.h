// What a person is shown of a stored cell: money in yuan, decimals as numbers, closed lists by their labels; personal fields masked.
#pragma once

#include <functional>
#include <optional>

#include "record/cells.h"
#include "record/mask.h"

namespace laoyou::record {

/// The same text in both languages, or one in each.
struct ShownText {
  std::string zh, en;
};

/// "2100.5" → "2,100.5".
std::string grouped_number(std::string_view digits);
/// Beijing time to the minute: "2026-11-29 14:03".
std::string beijing_minute(Instant at);

template <class T>
ShownText shown_value(const T& value) {
  if constexpr (std::same_as<T, bool>) {
    return value ? ShownText{"是", "yes"} : ShownText{"否", "no"};
  } else if constexpr (DescribedEnum<T>) {
    const DictionaryEntry& entry = dictionary().entry(enum_name<T>(), Leaf<T>::to_json_text(value));
    return {entry.zh, entry.en};
  } else if constexpr (std::same_as<T, Instant>) {
    const std::string text = beijing_minute(value);
    return {text, text};
  } else if constexpr (std::same_as<T, Decimal> || std::same_as<T, Fen>) {
    const std::string text = grouped_number(Leaf<T>::to_sheet_text(value));
    return {text, text};
  } else {
    const std::string text(Leaf<T>::to_sheet_text(value));
    return {text, text};
  }
}

template <class T>
constexpr CellKind shown_kind() {
  if constexpr (IsVector<T>::value)
    return CellKind::text;
  else
    return Leaf<T>::cell_kind;
}

/// Nothing for NULL; a cell that its type cannot read is shown as it stands.
template <class T>
std::optional<ShownText> shown_cell(const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return std::nullopt;
  constexpr CellKind kind = shown_kind<T>();
  const bool readable = cell.index() == (kind == CellKind::integer ? 1 : kind == CellKind::real ? 2 : 3);
  if (!readable) return ShownText{};
  if constexpr (IsVector<T>::value) {
    using Each = typename T::value_type;
    const std::string& text = std::get<std::string>(cell);
    const CheckedResult<T> list = parse_json<T>(text);
    if (!list) return ShownText{text, text};
    ShownText all;
    for (const Each& each : *list) {
      ShownText one;
      if constexpr (IsLeaf<Each>)
        one = shown_value(each);
      else
        one.zh = one.en = to_json(each, View{});
      all.zh += (all.zh.empty() ? "" : "、") + one.zh;
      all.en += (all.en.empty() ? "" : ", ") + one.en;
    }
    return all;
  } else {
    const Result<T> value = Leaf<T>::from_cell(cell);
    if (value) return shown_value(*value);
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? ShownText{*text, *text} : ShownText{};
  }
}

/// One column of a record's table as people see it.
struct ShownColumn {
  std::string name;                    ///< as in columns<T>()
  const DictionaryEntry* entry = nullptr;
  bool masked = false;                 ///< by its own row of the dictionary or by that of the record it stands in
  std::function<std::optional<ShownText>(const Cell&)> shown;

  /// Masked where the dictionary says so.
  std::optional<ShownText> text(const Cell& cell) const;
};

template <class T>
void add_shown_column(std::vector<ShownColumn>& columns, const std::string& name, const DictionaryEntry& entry, bool masked);

template <Described T>
void add_shown_columns(std::vector<ShownColumn>& columns, const std::string& prefix, bool masked) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    add_shown_column<Member>(columns, prefix + std::string(name), *entries[index], masked || entries[index]->masked());
  });
}

template <class T>
void add_shown_column(std::vector<ShownColumn>& columns, const std::string& name, const DictionaryEntry& entry, bool masked) {
  if constexpr (IsOptional<T>::value)
    add_shown_column<typename T::value_type>(columns, name, entry, masked);
  else if constexpr (IsVector<T>::value || IsLeaf<T>)
    columns.push_back({name, &entry, masked, &shown_cell<T>});
  else
    add_shown_columns<T>(columns, name + "_", masked);
}

/// In the order of columns<T>().
template <Described T>
std::vector<ShownColumn> shown_columns() {
  std::vector<ShownColumn> all;
  add_shown_columns<T>(all, "", false);
  return all;
}

}  // namespace laoyou::record
