// The fields of a record without its type: what a list, a form, a sheet and a filter need to know of each, in the order of columns<T>().
#pragma once

#include <functional>

#include "record/references.h"
#include "record/schema.h"
#include "record/sheet_rows.h"
#include "record/shown_cell.h"

namespace laoyou::record {

/// One value of a closed list.
struct Choice {
  std::string value, zh, en;
};

/// What can be done with a field's cell, once for each type of value. Every function takes a cell of the type's own kind or gives one.
struct FieldCodec {
  std::string_view kind;  ///< text whole decimal measure money minutes day instant period region yes_no choice reference id_number credit_code list
  CellKind cell_kind = CellKind::text;
  bool number = false;    ///< a sheet's cell may hold it as a number
  bool writable = true;   ///< false: a list of records, which only its own room makes
  std::function<void(std::string& out, const Cell& cell)> write_json;
  std::function<Result<Cell>(const boost::json::value& json)> read_json;
  std::function<Result<Cell>(std::string_view text)> read_text;  ///< of a query
  std::function<Result<Cell>(const SheetCell& cell, const TypedNumber* number)> read_sheet;
  std::function<std::string(const Cell& cell)> sheet_text;
  std::function<boost::json::object()> schema;
  std::vector<Choice> choices;  ///< of a choice
};

/// One field.
struct Field {
  std::string name;                        ///< outer_inner for one of a nested record
  const DictionaryEntry* entry = nullptr;
  const DictionaryEntry* group = nullptr;  ///< of the nested record it stands in
  bool required = false;                   ///< a record without it cannot be
  bool masked = false;                     ///< by its own row of the dictionary or by that of the record it stands in
  bool sealed = false;
  const FieldCodec* codec = nullptr;
  std::string references;                  ///< the record whose id it is; empty: none
  std::function<std::optional<ShownText>(const Cell&)> shown;
  std::string sheet_zh, sheet_en;          ///< above its column
  Cell fallback;                           ///< what a record just made holds
  RegionCode within;                       ///< records of other places have no such field; the whole country: all have it
};

template <class T>
constexpr std::string_view field_kind() {
  if constexpr (IsVector<T>::value) return "list";
  else if constexpr (IdOf<T>::is) return "reference";
  else if constexpr (DescribedEnum<T>) return "choice";
  else if constexpr (std::is_same_v<T, bool>) return "yes_no";
  else if constexpr (std::is_integral_v<T>) return "whole";
  else if constexpr (std::is_same_v<T, double>) return "measure";
  else if constexpr (std::is_same_v<T, Decimal>) return "decimal";
  else if constexpr (std::is_same_v<T, Fen>) return "money";
  else if constexpr (std::is_same_v<T, Minutes>) return "minutes";
  else if constexpr (std::is_same_v<T, Date>) return "day";
  else if constexpr (std::is_same_v<T, Instant>) return "instant";
  else if constexpr (std::is_same_v<T, Period>) return "period";
  else if constexpr (std::is_same_v<T, RegionCode>) return "region";
  else if constexpr (std::is_same_v<T, IdNumber>) return "id_number";
  else if constexpr (std::is_same_v<T, CreditCode>) return "credit_code";
  else return "text";
}

template <class T>
FieldCodec leaf_codec() {
  FieldCodec codec;
  codec.kind = field_kind<T>();
  codec.cell_kind = Leaf<T>::cell_kind;
  codec.number = is_number<T>;
  codec.write_json = [](std::string& out, const Cell& cell) { record::write_json(out, leaf_from_cell<T>(cell, "field"), View{}); };
  codec.read_json = [](const boost::json::value& json) -> Result<Cell> {
    T value{};
    Refusals refusals;
    record::read_json(json, value, "", refusals);
    if (!refusals.empty()) return refusals.front();
    return Leaf<T>::to_cell(value);
  };
  codec.read_text = [](std::string_view text) -> Result<Cell> {
    const Result<T> value = Leaf<T>::from_json_text(text);
    if (!value) return value.error();
    return Leaf<T>::to_cell(*value);
  };
  codec.read_sheet = [](const SheetCell& cell, const TypedNumber* number) -> Result<Cell> {
    const Result<T> value = read_sheet_cell<T>(cell, number);
    if (!value) return value.error();
    return Leaf<T>::to_cell(*value);
  };
  codec.sheet_text = [](const Cell& cell) { return std::string(Leaf<T>::to_sheet_text(leaf_from_cell<T>(cell, "field"))); };
  codec.schema = [] { return leaf_schema<T>(); };
  if constexpr (DescribedEnum<T>) {
    for (const std::string& value : enum_values<T>()) {
      const DictionaryEntry& entry = dictionary().entry(enum_name<T>(), value);
      codec.choices.push_back({value, entry.zh, entry.en});
    }
  }
  return codec;
}

/// A list keeps its JSON text in one cell; lists of records are written masked and never read.
template <class T>
FieldCodec list_codec() {
  using Each = typename T::value_type;
  FieldCodec codec;
  codec.kind = "list";
  codec.writable = IsLeaf<Each>;
  codec.write_json = [](std::string& out, const Cell& cell) {
    const CheckedResult<T> list = parse_json<T>(std::get<std::string>(cell));
    if (!list) throw DamagedCell("list");
    record::write_json(out, *list, View{});
  };
  codec.schema = [] { return boost::json::object{{"type", "array"}, {"items", boost::json::object()}}; };
  if constexpr (IsLeaf<Each>) {
    static constexpr auto to_cell = [](const T& list) { return Cell(to_json(list, View{.unmask = true, .secrets = true})); };
    codec.read_json = [](const boost::json::value& json) -> Result<Cell> {
      T list;
      Refusals refusals;
      record::read_json(json, list, "", refusals);
      if (!refusals.empty()) return refusals.front();
      return to_cell(list);
    };
    codec.read_sheet = [](const SheetCell& cell, const TypedNumber*) -> Result<Cell> {
      T list;
      for (const std::string& part : split_list(cell.text)) {
        Result<Each> value = read_sheet_cell<Each>(SheetCell{part, cell.line, cell.column});
        if (!value) return value.error();
        list.push_back(std::move(*value));
      }
      return to_cell(list);
    };
    codec.sheet_text = [](const Cell& cell) {
      const CheckedResult<T> list = parse_json<T>(std::get<std::string>(cell));
      return list ? sheet_text(*list) : std::string();
    };
    codec.schema = [] { return boost::json::object{{"type", "array"}, {"items", leaf_schema<Each>()}}; };
  }
  return codec;
}

template <class T>
const FieldCodec& field_codec() {
  static const FieldCodec codec = [] {
    if constexpr (IsVector<T>::value)
      return list_codec<T>();
    else
      return leaf_codec<T>();
  }();
  return codec;
}

template <class T>
void add_field(std::vector<Field>& fields, const Field& outer);

template <Described T>
void add_fields(std::vector<Field>& fields, const Field& outer) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    Field field = outer;
    field.name = (outer.name.empty() ? "" : outer.name + "_") + std::string(name);
    field.entry = entries[index];
    field.masked = outer.masked || entries[index]->masked();
    field.sealed = outer.sealed || entries[index]->sealed();
    if (outer.entry != nullptr && outer.group == nullptr) field.group = outer.entry;
    add_field<Member>(fields, field);
  });
}

template <class T>
void add_field(std::vector<Field>& fields, const Field& field) {
  if constexpr (IsOptional<T>::value) {
    Field inner = field;
    inner.required = false;
    add_field<typename T::value_type>(fields, inner);
  } else if constexpr (IsVector<T>::value || IsLeaf<T>) {
    Field& added = fields.emplace_back(field);
    added.required = field.required && !IsVector<T>::value && !std::is_same_v<T, bool>;
    added.sealed = field.sealed || holds_sealed<T>();
    added.codec = &field_codec<T>();
    added.shown = &shown_cell<T>;
    if constexpr (IdOf<T>::is) added.references = record_name<typename IdOf<T>::Type>();
  } else {
    add_fields<T>(fields, field);
  }
}

/// The fields of a record, one for each of columns<T>().
template <Described T>
std::vector<Field> field_list() {
  std::vector<Field> fields;
  Field outermost;
  outermost.required = true;
  add_fields<T>(fields, outermost);
  const auto& rows = row_columns<T>();
  std::vector<Cell> fallbacks;
  to_cells(T{}, fallbacks);
  CHECK(rows.size() == fields.size() && fallbacks.size() == fields.size() && columns<T>().size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    fields[i].sheet_zh = rows[i].zh;
    fields[i].sheet_en = rows[i].en;
    fields[i].fallback = fallbacks[i];
  }
  return fields;
}

/// The column of a member; nested members have no column of their own.
template <Described T, class Member>
std::string column_of(Member T::* wanted) {
  std::string column;
  for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) {
    if constexpr (std::is_same_v<decltype(pointer), Member T::*>) {
      if (pointer == wanted) column = name;
    }
  });
  CHECK(!column.empty());
  return column;
}

}  // namespace laoyou::record
