// Records as rows of a sheet: template, export and import. Columns are the record's columns (nested records as outer_inner); the header is
// the dictionary's Chinese label, and English names are understood too. Every wrong cell is reported; a sheet with one is not taken at all.
#pragma once

#include "record/cells.h"
#include "record/sheet.h"

namespace laoyou::record {

/// A record and where its row stood.
template <class T>
struct Located {
  T value;
  int line = 0;
  std::vector<int> columns;  ///< the sheet column of each member, 0 where the sheet has none

  std::string place(SheetFormat format, std::size_t member = 0) const {
    return cell_place(format, line, columns.empty() || columns[member] == 0 ? 1 : columns[member]);
  }
};

/// One column of a record on a sheet.
struct RowColumn {
  std::string name;
  const DictionaryEntry* entry = nullptr;
  bool required = false;
};

template <Described T>
void add_row_columns(std::vector<RowColumn>& columns, const std::string& prefix, bool required) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    if constexpr (Described<Member>)
      add_row_columns<Member>(columns, prefix + std::string(name) + "_", required);
    else
      columns.push_back({prefix + std::string(name), entries[index], required && !may_be_missing<Member> && !std::is_same_v<Member, bool>});
  });
}

/// The sheet columns of a record. A bool may be left empty (no).
template <Described T>
const std::vector<RowColumn>& row_columns() {
  static const std::vector<RowColumn> all = [] {
    std::vector<RowColumn> fresh;
    add_row_columns<T>(fresh, "", true);
    return fresh;
  }();
  return all;
}

/// Finds each column in the header: for every member its position in the row, or -1. Unknown, repeated and missing columns are refused.
std::vector<int> match_header(const Sheet& sheet, const std::vector<RowColumn>& columns, Refusals& refusals);

/// Header labels with the note that a template shows ("单位：张；来源：…；必填").
std::vector<SheetColumn> sheet_columns(const std::vector<RowColumn>& columns);

/// Splits "a;b；c" and trims the parts.
std::vector<std::string> split_list(std::string_view text);

/// Text without spaces at its ends (also the wide Chinese space).
std::string_view trimmed(std::string_view text);

template <IsLeaf T>
Result<T> read_sheet_cell(const SheetCell& cell) {
  // A date typed into a spreadsheet is kept as days since 1899-12-30.
  if constexpr (std::is_same_v<T, Date>)
    if (cell.number && *cell.number >= 1 && *cell.number < 2'958'466) return Date::from_days(static_cast<std::int32_t>(*cell.number) - 25'569);
  return Leaf<T>::from_sheet_text(trimmed(cell.text));
}

template <class T>
void read_sheet_value(const SheetCell& cell, T& value, const std::string& place, Refusals& refusals) {
  if constexpr (IsOptional<T>::value) {
    read_sheet_value(cell, value.emplace(), place, refusals);
  } else if constexpr (IsVector<T>::value) {
    for (const std::string& part : split_list(cell.text))
      read_sheet_value(SheetCell{part, cell.line, cell.column, std::nullopt}, value.emplace_back(), place, refusals);
  } else {
    Result<T> read = read_sheet_cell<T>(cell);
    if (read)
      value = std::move(*read);
    else
      refusals.push_back(at(place, read.error()));
  }
}

/// Walks the members of one row; `next` counts the columns passed.
template <Described T>
void read_sheet_row(const Sheet& sheet, const SheetRow& row, const std::vector<int>& positions, const std::vector<RowColumn>& columns, std::size_t& next,
                    T& value, Refusals& refusals) {
  for_each_member<T>([&](std::size_t, std::string_view, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    if constexpr (Described<Member>) {
      read_sheet_row(sheet, row, positions, columns, next, value.*pointer, refusals);
    } else {
      const RowColumn& column = columns[next];
      const int position = positions[next++];
      const bool empty = position < 0 || position >= static_cast<int>(row.size()) || trimmed(row[static_cast<std::size_t>(position)].text).empty();
      if (!empty) {
        const SheetCell& cell = row[static_cast<std::size_t>(position)];
        read_sheet_value(cell, value.*pointer, cell_place(sheet.format, cell.line, cell.column), refusals);
      } else if (column.required && position >= 0) {
        const SheetCell& near = row[std::min(static_cast<std::size_t>(position), row.size() - 1)];
        refusals.push_back(at(cell_place(sheet.format, near.line, near.column), refuse("sheet.missing_value", {column.entry->zh + " " + column.name})));
      }
    }
  });
}

/// The records of a sheet with their places, or every refusal ("12:5", "行 12 列 E").
template <Described T>
CheckedResult<std::vector<Located<T>>> read_rows(const Sheet& sheet) {
  Refusals refusals;
  const auto& wanted = row_columns<T>();
  const std::vector<int> positions = match_header(sheet, wanted, refusals);
  if (!refusals.empty()) return refusals;
  std::vector<Located<T>> records;
  for (const SheetRow& row : sheet.rows) {
    if (row.size() > sheet.header.size()) {
      const SheetCell& extra = row[sheet.header.size()];
      refusals.push_back(at(cell_place(sheet.format, extra.line, extra.column), refuse("sheet.too_many_cells")));
    }
    Located<T> record{{}, row.front().line, {}};
    for (int position : positions)
      record.columns.push_back(position >= 0 && position < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(position)].column : 0);
    std::size_t next = 0;
    read_sheet_row(sheet, row, positions, wanted, next, record.value, refusals);
    records.push_back(std::move(record));
  }
  if (!refusals.empty()) return refusals;
  return records;
}

template <class T>
std::string sheet_text(const T& value) {
  if constexpr (IsOptional<T>::value) {
    return value ? sheet_text(*value) : std::string();
  } else if constexpr (IsVector<T>::value) {
    std::string joined;
    for (const auto& each : value) joined += (joined.empty() ? "" : ";") + sheet_text(each);
    return joined;
  } else {
    return Leaf<T>::to_sheet_text(value);
  }
}

template <Described T>
void add_row_texts(const T& value, const View& view, std::vector<std::string>& texts) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    if constexpr (Described<Member>) {
      add_row_texts(value.*pointer, view, texts);
    } else {
      const DictionaryEntry& entry = *entries[index];
      std::string text = sheet_text(value.*pointer);
      if (entry.privacy == Privacy::secret)
        text.clear();
      else if (entry.masked() && !view.unmask)
        text = masked(text, entry.mask);
      texts.push_back(std::move(text));
    }
  });
}

/// An empty sheet with the header, units, sources and what is required: what a person downloads and fills in.
template <Described T>
std::string write_template(SheetFormat format) {
  return write_sheet(sheet_columns(row_columns<T>()), {}, format);
}

/// The records as a sheet, masked as the view says.
template <Described T>
std::string write_rows(const std::vector<T>& records, SheetFormat format, const View& view = {}) {
  std::vector<std::vector<std::string>> rows;
  for (const T& record : records) add_row_texts(record, view, rows.emplace_back());
  return write_sheet(sheet_columns(row_columns<T>()), rows, format);
}

}  // namespace laoyou::record
