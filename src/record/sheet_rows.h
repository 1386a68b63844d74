// Records as rows of a sheet: template, export and import. Columns are the record's columns (nested records as outer_inner); the header is
// the dictionary's Chinese label, and English names are understood too. Every wrong cell is reported; a sheet with one is not taken at all.
#pragma once

#include "record/row_columns.h"

namespace laoyou::record {

/// A record and where its row stood.
template <class T>
struct Located {
  T value;
  int line = 0;
  std::vector<int> columns;  ///< for each of row_columns<T>() the sheet column, 0 where the row has none

  std::string place(SheetFormat format, std::size_t column = 0) const {
    return cell_place(format, line, columns.empty() || columns[column] == 0 ? 1 : columns[column]);
  }
};

/// Splits "a;b；c" and trims the parts.
std::vector<std::string> split_list(std::string_view text);

/// Walks the cells of one row in the order of the record's columns.
class RowCursor {
 public:
  RowCursor(const Sheet& sheet, const SheetRow& row, const std::vector<int>& positions, const std::vector<RowColumn>& columns)
      : sheet_(sheet), row_(row), positions_(positions), columns_(columns) {}

  const RowColumn& column() const { return columns_[next_]; }
  /// The cell of the column `ahead` of this one; null when it is empty or not there.
  const SheetCell* filled(std::size_t ahead = 0) const;
  /// True when any of the next `count` columns is filled.
  bool any_filled(std::size_t count) const;
  /// Where this column's cell stands, or would stand.
  std::string place() const;
  void pass(std::size_t count = 1) { next_ += count; }

 private:
  const Sheet& sheet_;
  const SheetRow& row_;
  const std::vector<int>& positions_;
  const std::vector<RowColumn>& columns_;
  std::size_t next_ = 0;
};

template <IsLeaf T>
Result<T> read_sheet_cell(const SheetCell& cell) {
  if constexpr (std::is_same_v<T, Date>)
    if (const std::optional<Date> day = cell.number ? serial_day(*cell.number) : std::nullopt) return *day;
  return Leaf<T>::from_sheet_text(trimmed(cell.text));
}

template <class T>
void read_sheet_value(const SheetCell& cell, T& value, const std::string& place, Refusals& refusals) {
  if constexpr (IsOptional<T>::value) {
    read_sheet_value(cell, value.emplace(), place, refusals);
  } else if constexpr (IsVector<T>::value) {
    static_assert(IsLeaf<typename T::value_type>, "a sheet cell holds a list of values, not of records: give those a sheet of their own");
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

/// Reads the members of a record from where the cursor stands; an optional record is there when one of its cells is filled.
template <Described T>
void read_sheet_row(RowCursor& cursor, T& value, Refusals& refusals) {
  for_each_member<T>([&](std::size_t, std::string_view, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    if constexpr (Described<Member>) {
      read_sheet_row(cursor, value.*pointer, refusals);
    } else if constexpr (NestedRecord<Member>) {
      if (cursor.any_filled(cell_count<Member>()))
        read_sheet_row(cursor, (value.*pointer).emplace(), refusals);
      else
        cursor.pass(cell_count<Member>());
    } else {
      if (const SheetCell* cell = cursor.filled())
        read_sheet_value(*cell, value.*pointer, cursor.place(), refusals);
      else if (cursor.column().needed)
        refusals.push_back(at(cursor.place(), refuse("sheet.missing_value", {cursor.column().zh + " " + cursor.column().name})));
      cursor.pass();
    }
  });
}

/// Refuses the first cell that stands under no header: its value would be lost.
void refuse_cells_without_header(const Sheet& sheet, const SheetRow& row, Refusals& refusals);

/// The records of a sheet with their places, or every refusal ("12:5", "行 12 列 E").
template <Described T>
CheckedResult<std::vector<Located<T>>> read_rows(const Sheet& sheet) {
  Refusals refusals;
  const auto& wanted = row_columns<T>();
  const std::vector<int> positions = match_header(sheet, wanted, refusals);
  if (!refusals.empty()) return refusals;
  std::vector<Located<T>> records;
  for (const SheetRow& row : sheet.rows) {
    refuse_cells_without_header(sheet, row, refusals);
    Located<T> record{{}, row.front().line, {}};
    for (int position : positions)
      record.columns.push_back(position >= 0 && position < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(position)].column : 0);
    RowCursor cursor(sheet, row, positions, wanted);
    read_sheet_row(cursor, record.value, refusals);
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

/// The text as the view may see it: masked by its class, and nothing of a secret.
std::string shown_text(std::string text, const DictionaryEntry& entry, const View& view);

/// Appends the texts of a record's columns; what hides a nested record hides each of its texts.
template <Described T>
void add_row_texts(const T& value, const View& view, std::vector<std::string>& texts) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    const auto& member = value.*pointer;
    const std::size_t start = texts.size();
    if constexpr (Described<Member>) {
      add_row_texts(member, view, texts);
    } else if constexpr (NestedRecord<Member>) {
      if (member)
        add_row_texts(*member, view, texts);
      else
        texts.resize(start + cell_count<Member>());
    } else {
      texts.push_back(sheet_text(member));
    }
    for (std::size_t i = start; i < texts.size(); ++i) texts[i] = shown_text(std::move(texts[i]), *entries[index], view);
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
