// The sheet columns of a record: which label stands above each, which must be there, and where the header of a sheet has them.
#pragma once

#include "base/shown_text.h"
#include "record/cells.h"
#include "record/sheet.h"

namespace laoyou::record {

/// One column of a record on a sheet.
struct RowColumn {
  std::string name;                        ///< as in the database: outer_inner for a nested record
  const DictionaryEntry* entry = nullptr;  ///< of the innermost member
  bool required = false;                   ///< the header must have it
  bool needed = false;                     ///< a row that has the record this column belongs to must fill it
  std::string zh, en;                      ///< the labels; those of the outer members stand before where the bare ones would meet twice
  std::string outer_zh, outer_en;
};

/// The record that a member holds, also inside an optional; otherwise the member's own type.
template <class T>
struct RecordWithin {
  using Type = T;
};
template <class T>
struct RecordWithin<std::optional<T>> {
  using Type = T;
};
template <class T>
concept NestedRecord = Described<typename RecordWithin<T>::Type>;

template <Described T>
void add_row_columns(std::vector<RowColumn>& columns, const RowColumn& outer) {
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    const DictionaryEntry& entry = *entries[index];
    RowColumn column = outer;
    column.name += name;
    column.entry = &entry;
    if constexpr (NestedRecord<Member>) {
      column.name += "_";
      column.required = outer.required && !IsOptional<Member>::value;
      column.outer_zh += entry.zh;
      column.outer_en += entry.en + " ";
      add_row_columns<typename RecordWithin<Member>::Type>(columns, column);
    } else {
      column.zh = entry.zh;
      column.en = entry.en;
      column.needed = !may_be_missing<Member> && !std::is_same_v<Member, bool>;
      column.required = outer.required && column.needed;
      columns.push_back(std::move(column));
    }
  });
}

/// Puts the outer labels before the labels of nested columns that would otherwise stand above two columns.
void name_apart(std::vector<RowColumn>& columns);

/// The sheet columns of a record, in the order of its members. A bool may be left empty (no).
template <Described T>
const std::vector<RowColumn>& row_columns() {
  static const std::vector<RowColumn> all = [] {
    std::vector<RowColumn> fresh;
    RowColumn outermost;
    outermost.required = true;
    add_row_columns<T>(fresh, outermost);
    name_apart(fresh);
    return fresh;
  }();
  return all;
}

/// Finds each column in the header: for every column its position in the row, or -1. Unknown, repeated and missing columns are refused; a header
/// cell without text is passed over (read_rows() refuses what stands below it).
std::vector<int> match_header(const Sheet& sheet, const std::vector<RowColumn>& columns, Refusals& refusals);

/// A worksheet and the position of each column in its header.
struct MatchedSheet {
  const Sheet* sheet = nullptr;
  std::vector<int> positions;
};

/// The first visible worksheet whose header fits; when none does, the one that comes nearest, with its refusals. Other worksheets that hold rows
/// of these columns, hidden rows, and a header further down are refused: nothing is left out unsaid.
MatchedSheet match_sheet(const Sheet& book, const std::vector<RowColumn>& columns, Refusals& refusals);

/// Header labels with the note that a template shows ("必填；单位：张；来源：…").
std::vector<SheetColumn> sheet_columns(const std::vector<RowColumn>& columns);

using laoyou::trimmed;

}  // namespace laoyou::record
