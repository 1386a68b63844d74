// Records as rows of a sheet: template, export and import. Columns are the record's columns (nested records as outer_inner); the header is
// the dictionary's Chinese label, and English names are understood too. Every wrong cell is reported; a sheet with one is not taken at all.
#pragma once

#include <algorithm>

#include "record/row_columns.h"
#include "record/sheet_refusals.h"
#include "record/typed_text.h"

namespace laoyou::record {

/// A record and where its row stood.
template <class T>
struct Located {
  T value;
  int line = 0;
  std::vector<int> columns;           ///< for each of row_columns<T>() the sheet column, 0 where the row has none
  std::vector<std::size_t> percents;  ///< of row_columns<T>() those whose cell was a percentage (55 for 55 %); only where percentages are told
  std::string sheet_name;             ///< as Sheet::name

  std::string place(SheetFormat format, std::size_t column = 0) const {
    const std::string cell = cell_place(format, line, columns.empty() || columns[column] == 0 ? 1 : columns[column]);
    return sheet_name.empty() ? cell : "“" + sheet_name + "” " + cell;
  }
  /// True when 55 % stood in the cell: whoever knows the unit of the value refuses it ("sheet.percent") unless that is %.
  bool was_percent(std::size_t column) const { return std::find(percents.begin(), percents.end(), column) != percents.end(); }
};

/// What becomes of a percentage (text "55%", or 0.55 in a percent format) in a column of numbers. Where the dictionary gives the column the unit
/// %, it is 55 always; elsewhere it is refused, or taken as 55 and told in Located::percents for a caller that knows the unit of each row.
enum class PercentCells { refused, told };

/// Splits "a;b；c" and trims the parts.
std::vector<std::string> split_list(std::string_view text);

/// Walks the cells of one row in the order of the record's columns.
class RowCursor {
 public:
  RowCursor(const Sheet& sheet, const SheetRow& row, const std::vector<int>& positions, const std::vector<RowColumn>& columns,
            PercentCells percents = PercentCells::refused)
      : sheet_(sheet), row_(row), positions_(positions), columns_(columns), percents_rule_(percents) {}

  const RowColumn& column() const { return columns_[next_]; }
  /// The cell of the column `ahead` of this one; null when it shows nothing or is not there.
  const SheetCell* filled(std::size_t ahead = 0) const;
  /// True when any of the next `count` columns is filled.
  bool any_filled(std::size_t count) const;
  /// True when this column's cell is part of a merged one that begins elsewhere: what it means nobody knows.
  bool merged_away() const;
  /// Where this column's cell stands, or would stand.
  std::string place() const;
  void pass(std::size_t count = 1) { next_ += count; }

  /// Notes a percentage in this column; false when it must not be one.
  bool take_percent();
  const std::vector<std::size_t>& percents() const { return percents_; }

 private:
  const Sheet& sheet_;
  const SheetRow& row_;
  const std::vector<int>& positions_;
  const std::vector<RowColumn>& columns_;
  PercentCells percents_rule_;
  std::vector<std::size_t> percents_;
  std::size_t next_ = 0;
};

/// Why no value can be read from a cell of any column: an error, a formula without result, lost digits, an invisible sign; else nothing.
std::optional<Refusal> unreadable_cell(const SheetCell& cell);

template <class T>
constexpr bool is_number = (std::integral<T> && !std::same_as<T, bool>) || std::floating_point<T> || std::same_as<T, Decimal> || std::same_as<T, Fen> || std::same_as<T, Minutes>;

/// The value of a cell that shows something, in any of the forms that people type.
template <IsLeaf T>
Result<T> read_sheet_cell(const SheetCell& cell, const TypedNumber* number = nullptr) {
  const std::string_view text = trimmed(cell.text);
  if constexpr (std::is_same_v<T, std::string>) {
    return Leaf<T>::from_sheet_text(text);
  } else if constexpr (std::is_same_v<T, Date>) {
    return Leaf<T>::from_sheet_text(typed_day(text));
  } else if constexpr (std::is_same_v<T, Period>) {
    return Leaf<T>::from_sheet_text(typed_period(text));
  } else if constexpr (is_number<T>) {
    std::string plain = number != nullptr ? number->text : typed_number(text).text;
    constexpr std::size_t decimal_places = 6;
    // What a spreadsheet computed has as many places as fit; what was typed with so many is a slip.
    if (std::is_same_v<T, Decimal> && cell.kind != SheetCellKind::text) plain = rounded(plain, decimal_places);
    return Leaf<T>::from_sheet_text(plain);
  } else {
    Result<T> as_typed = Leaf<T>::from_sheet_text(text);
    if (as_typed) return as_typed;
    std::string plain = half_width(text);
    if constexpr (std::is_same_v<T, bool>) std::transform(plain.begin(), plain.end(), plain.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (Result<T> read = Leaf<T>::from_sheet_text(plain)) return read;
    return as_typed;
  }
}

template <class T>
void read_sheet_value(RowCursor& cursor, const SheetCell& cell, T& value, Refusals& refusals) {
  if constexpr (IsOptional<T>::value) {
    read_sheet_value(cursor, cell, value.emplace(), refusals);
  } else if constexpr (IsVector<T>::value) {
    static_assert(IsLeaf<typename T::value_type>, "a sheet cell holds a list of values, not of records: give those a sheet of their own");
    for (const std::string& part : split_list(cell.text))
      read_sheet_value(cursor, SheetCell{part, cell.line, cell.column}, value.emplace_back(), refusals);
  } else {
    TypedNumber number;
    if constexpr (is_number<T>) {
      number = typed_number(trimmed(cell.text));
      if (number.percent && !cursor.take_percent()) return refusals.push_back(at(cursor.place(), refuse("sheet.percent", {std::string(trimmed(cell.text))})));
    }
    Result<T> read = read_sheet_cell<T>(cell, is_number<T> ? &number : nullptr);
    if (read)
      value = std::move(*read);
    else
      refusals.push_back(at(cursor.place(), read.error()));
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
      const SheetCell* cell = cursor.filled();
      if (const auto unreadable = cell != nullptr ? unreadable_cell(*cell) : std::nullopt)
        refusals.push_back(at(cursor.place(), *unreadable));
      else if (cell != nullptr)
        read_sheet_value(cursor, *cell, value.*pointer, refusals);
      else if (cursor.merged_away())
        refusals.push_back(at(cursor.place(), refuse("sheet.merged_cell")));
      else if (cursor.column().needed)
        refusals.push_back(at(cursor.place(), refuse("sheet.missing_value", {cursor.column().zh + " " + cursor.column().name})));
      cursor.pass();
    }
  });
}

/// Refuses the first cell that stands under no header: its value would be lost.
void refuse_cells_without_header(const Sheet& sheet, const SheetRow& row, Refusals& refusals);

/// The records of the worksheet that match_sheet() chooses, with their places, or what is wrong ("12:5", "行 12 列 E"), as many as shown_refusals() shows.
template <Described T>
CheckedResult<std::vector<Located<T>>> read_rows(const Sheet& book, PercentCells percents = PercentCells::refused) {
  Refusals found;
  const auto& wanted = row_columns<T>();
  const auto [chosen, positions] = match_sheet(book, wanted, found);
  ShownRefusals refusals;
  refusals.take(found);
  if (!refusals.empty()) return std::move(refusals).all();
  std::vector<Located<T>> records;
  for (const SheetRow& row : chosen->rows) {
    refuse_cells_without_header(*chosen, row, found);
    Located<T> record{{}, row.front().line, {}, {}, chosen->name};
    for (int position : positions)
      record.columns.push_back(position >= 0 && position < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(position)].column : 0);
    RowCursor cursor(*chosen, row, positions, wanted, percents);
    read_sheet_row(cursor, record.value, found);
    record.percents = cursor.percents();
    if (found.empty() && refusals.empty()) records.push_back(std::move(record));
    refusals.take(found);
  }
  if (!refusals.empty()) return std::move(refusals).all();
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
