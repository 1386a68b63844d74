// Records as database rows. Nested records become columns outer_inner; lists become JSON text; a missing optional is NULL.
#pragma once

#include <span>

#include "record/json.h"

namespace laoyou::record {

/// One column of a record's table.
struct Column {
  std::string name;
  CellKind kind = CellKind::text;
  bool required = true;
  bool sealed = false;  ///< encrypted at rest (privacy class sensitive or secret)
};

/// A stored cell that its own type cannot read back: the database was changed behind our back.
class DamagedCell : public std::runtime_error {
 public:
  explicit DamagedCell(const std::string& column) : std::runtime_error("damaged cell in column " + column) {}
};

template <Described T>
void add_columns(std::vector<Column>& columns, const std::string& prefix, bool required, bool sealed);

/// True when a value of this type holds a field that is sealed at rest: a list of such records is sealed as a whole. `met` stops at a record
/// within itself.
template <class T>
bool holds_sealed(std::vector<std::string_view> met = {}) {
  if constexpr (IsOptional<T>::value || IsVector<T>::value) {
    return holds_sealed<typename T::value_type>(std::move(met));
  } else if constexpr (IsLeaf<T>) {
    return false;
  } else {
    if (std::find(met.begin(), met.end(), record_name<T>()) != met.end()) return false;
    met.push_back(record_name<T>());
    bool found = false;
    const auto& entries = member_entries<T>();
    for_each_member<T>([&](std::size_t index, std::string_view, auto pointer) {
      found = found || entries[index]->sealed() || holds_sealed<typename MemberOf<decltype(pointer)>::Type>(met);
    });
    return found;
  }
}

template <class T>
void add_column(std::vector<Column>& columns, const std::string& name, bool required, bool sealed) {
  if constexpr (IsOptional<T>::value)
    add_column<typename T::value_type>(columns, name, false, sealed);
  else if constexpr (IsVector<T>::value)
    columns.push_back({name, CellKind::text, required, sealed || holds_sealed<typename T::value_type>()});
  else if constexpr (IsLeaf<T>)
    columns.push_back({name, sealed ? CellKind::text : Leaf<T>::cell_kind, required, sealed});
  else
    add_columns<T>(columns, name + "_", required, sealed);
}

template <Described T>
void add_columns(std::vector<Column>& columns, const std::string& prefix, bool required, bool sealed) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    add_column<Member>(columns, prefix + std::string(name), required, sealed || entries[index]->sealed());
  });
}

/// The columns of a record, in the order of its cells.
template <Described T>
const std::vector<Column>& columns() {
  static const std::vector<Column> all = [] {
    std::vector<Column> fresh;
    add_columns<T>(fresh, "", true, false);
    return fresh;
  }();
  return all;
}

template <class T>
constexpr std::size_t cell_count() {
  if constexpr (IsOptional<T>::value) {
    return cell_count<typename T::value_type>();
  } else if constexpr (IsVector<T>::value || IsLeaf<T>) {
    return 1;
  } else {
    std::size_t count = 0;
    for_each_member<T>([&](std::size_t, std::string_view, auto pointer) { count += cell_count<typename MemberOf<decltype(pointer)>::Type>(); });
    return count;
  }
}

/// Appends the cells of a value.
template <class T>
void to_cells(const T& value, std::vector<Cell>& cells) {
  if constexpr (IsOptional<T>::value) {
    if (value)
      to_cells(*value, cells);
    else
      cells.resize(cells.size() + cell_count<T>());
  } else if constexpr (IsVector<T>::value) {
    cells.emplace_back(to_json(value, View{.unmask = true, .secrets = true}));
  } else if constexpr (IsLeaf<T>) {
    cells.push_back(Leaf<T>::to_cell(value));
  } else {
    for_each_member<T>([&](std::size_t, std::string_view, auto pointer) { to_cells(value.*pointer, cells); });
  }
}

template <class T>
T leaf_from_cell(const Cell& cell, const std::string& column) {
  if (std::holds_alternative<std::monostate>(cell)) throw DamagedCell(column);
  constexpr std::size_t wanted = Leaf<T>::cell_kind == CellKind::integer ? 1 : Leaf<T>::cell_kind == CellKind::real ? 2 : 3;
  if (cell.index() != wanted) throw DamagedCell(column);
  Result<T> value = Leaf<T>::from_cell(cell);
  if (!value) throw DamagedCell(column);
  return std::move(*value);
}

template <class T>
void from_cells(std::span<const Cell>& cells, std::span<const Column>& columns, T& value) {
  if constexpr (IsOptional<T>::value) {
    bool present = false;
    for (const Cell& cell : cells.first(cell_count<T>())) present = present || !std::holds_alternative<std::monostate>(cell);
    if (present) return from_cells(cells, columns, value.emplace());
    cells = cells.subspan(cell_count<T>());
    columns = columns.subspan(cell_count<T>());
  } else if constexpr (IsVector<T>::value) {
    // A column added later is NULL in old rows: an empty list.
    if (!std::holds_alternative<std::monostate>(cells[0])) {
      const std::string* text = std::get_if<std::string>(&cells[0]);
      if (text == nullptr) throw DamagedCell(columns[0].name);
      CheckedResult<T> list = parse_json<T>(*text);
      if (!list) throw DamagedCell(columns[0].name);
      value = std::move(*list);
    }
    cells = cells.subspan(1);
    columns = columns.subspan(1);
  } else if constexpr (IsLeaf<T>) {
    value = leaf_from_cell<T>(cells[0], columns[0].name);
    cells = cells.subspan(1);
    columns = columns.subspan(1);
  } else {
    for_each_member<T>([&](std::size_t, std::string_view, auto pointer) { from_cells(cells, columns, value.*pointer); });
  }
}

/// The record that a row holds; throws DamagedCell. What plans add to a record stands behind its own cells and is passed over.
template <Described T>
T from_cells(std::span<const Cell> cells) {
  CHECK(cells.size() >= columns<T>().size());
  cells = cells.first(columns<T>().size());
  T value{};
  std::span<const Column> rest(columns<T>());
  from_cells(cells, rest, value);
  return value;
}

}  // namespace laoyou::record
